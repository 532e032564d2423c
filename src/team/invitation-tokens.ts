import { timingSafeEqual } from 'node:crypto'
import { sign } from '../platform/secrets.ts'

/**
 * `mail`: sent to the address, so that opening it proves the address. `link`: copied by a member; it proves nothing.
 */
export type TokenPurpose = 'mail' | 'link'

/** What a token contains. `generation` counts the resends; `purpose` is how the link was sent. */
export type TokenClaim = { account: string; invitation: string; generation: number; purpose: TokenPurpose }

const letters = { mail: 'm', link: 'l' } as const
const shape = /^([ml])\.(acc_[0-9a-z]{26})\.(inv_[0-9a-z]{26})\.(\d{1,6})\.([\w-]{43})$/

/**
 * Computes the token of an invitation from `secret`. It is not stored, so that a leaked table contains no working
 * link.
 */
export function makeInvitationToken(
  secret: string,
  { account, invitation, generation, purpose }: TokenClaim,
): string {
  const claim = [letters[purpose], account, invitation, generation].join('.')
  return `${claim}.${sign(secret, 'invitation', claim)}`
}

/** @returns undefined for a token that was not made with this secret */
export function readInvitationToken(secret: string, token: string): TokenClaim | undefined {
  const [, letter, account = '', invitation = '', generation = '', proof = ''] = shape.exec(token) ?? []
  if (!letter) return undefined
  const expected = sign(secret, 'invitation', [letter, account, invitation, generation].join('.'))
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(expected))) return undefined
  return { account, invitation, generation: Number(generation), purpose: letter === 'm' ? 'mail' : 'link' }
}

/**
 * The address of the page for a token. The token stands after the #, so that no server, log or referrer receives it.
 */
export const invitationPath = (token: string) => `/invite#${token}`
