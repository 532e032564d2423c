import type { GivenRole } from '../../src/permissions.ts'
import { maxInvitationsAtOnce } from '../../src/team/vocabulary.ts'
import type { Answer, Input } from '../data/api.ts'

type Sent = Input<'POST /accounts/:account/invitations'>['input']['invitations'][number]
export type InviteResult = Answer<'POST /accounts/:account/invitations'>['results'][number]
/** A person to invite and, once it was sent, the result. */
export type InviteEntry = { key: number; email: string; role: GivenRole; result?: InviteResult }

const looksRight = /^[^\s@<>()",;]+@[^\s@<>()",;]+\.[^\s@<>()",;]+$/
export const isEmailAddress = (email: string) => looksRight.test(email)

const lines = /[,;\n\r\t]+/
/** `Name <address>`, as mail programs copy it. */
const named = /[^<>]*<([^<>]+)>/g

/** The addresses in a typed or pasted text: lists of any kind, and `Name <address>` as mail programs copy it. */
export function parseEmailAddresses(text: string): string[] {
  return text
    .split(lines)
    .flatMap((part) => part.replace(named, ' $1 ').trim().split(/\s+/))
    .filter((address) => address !== '')
}

let keys = 0

/** The rows with new addresses added, without repetitions and up to the limit. */
export function withAddedInvites(
  rows: readonly InviteEntry[],
  addresses: readonly string[],
  role: GivenRole,
): InviteEntry[] {
  const known = new Set(rows.map(({ email }) => email.toLowerCase()))
  const added: InviteEntry[] = []
  for (const email of addresses) {
    if (known.has(email.toLowerCase())) continue
    known.add(email.toLowerCase())
    added.push({ key: ++keys, email, role })
  }
  return [...rows, ...added].slice(0, maxInvitationsAtOnce)
}

export const isInviteSent = ({ result }: InviteEntry) => result?.status === 'sent'
export const unsentInvites = (rows: readonly InviteEntry[]) => rows.filter((row) => !isInviteSent(row))

export const toInvitationInputs = (
  rows: readonly InviteEntry[],
  more: Pick<Sent, 'endsAt' | 'locale'>,
): Sent[] => unsentInvites(rows).map(({ email, role }) => ({ email, role, ...more }))

/** Adds each result to its row. Results are in the order in which the rows were sent. */
export function withInviteResults(
  rows: readonly InviteEntry[],
  results: readonly InviteResult[],
): InviteEntry[] {
  const left = [...results]
  return rows.map((row) => {
    const result = isInviteSent(row) ? undefined : left.shift()
    return result ? { ...row, result } : row
  })
}
