import { timingSafeEqual } from 'node:crypto'
import { sign } from '../ground/secrets.ts'

/** mail: sent to the address, which following it proves. link: copied by somebody of the team; proves nothing. */
export type Purpose = 'mail' | 'link'

/** What a token says: which invitation, which of its generations, and how it got out. */
export type Claim = { account: string; invitation: string; generation: number; purpose: Purpose }

const letters = { mail: 'm', link: 'l' } as const
const shape = /^([ml])\.(acc_[0-9a-z]{26})\.(inv_[0-9a-z]{26})\.(\d{1,6})\.([\w-]{43})$/

/** The token is derived and stored nowhere: a stolen table opens nothing. */
export function makeToken(secret: string, { account, invitation, generation, purpose }: Claim): string {
  const claim = [letters[purpose], account, invitation, generation].join('.')
  return `${claim}.${sign(secret, 'invitation', claim)}`
}

/** @returns undefined for anything that this secret did not make */
export function readToken(secret: string, token: string): Claim | undefined {
  const [, letter, account = '', invitation = '', generation = '', proof = ''] = shape.exec(token) ?? []
  if (!letter) return undefined
  const expected = sign(secret, 'invitation', [letter, account, invitation, generation].join('.'))
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(expected))) return undefined
  return { account, invitation, generation: Number(generation), purpose: letter === 'm' ? 'mail' : 'link' }
}

/** The page that a token opens: behind the #, so that no server, log or referrer sees it. */
export const inviteUrl = (token: string) => `/invite#${token}`
