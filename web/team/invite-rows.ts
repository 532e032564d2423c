import type { GivenRole } from '../../src/permissions.ts'
import type { Answer, Input } from '../api.ts'

type Sent = Input<'POST /accounts/:account/invitations'>['input']['invitations'][number]
export type Result = Answer<'POST /accounts/:account/invitations'>['results'][number]
/** One person to invite, and what came of it once it was tried. */
export type Row = { key: number; email: string; role: GivenRole; result?: Result }

/** The server takes this many at once. */
export const most = 100

const looksRight = /^[^\s@<>()",;]+@[^\s@<>()",;]+\.[^\s@<>()",;]+$/
export const isAddress = (email: string) => looksRight.test(email)

const lines = /[,;\n\r\t]+/
/** `Name <address>`, as mail programs copy it. */
const named = /[^<>]*<([^<>]+)>/g

/** The addresses in what was typed or pasted: lists of any kind, and `Name <address>` as mail programs copy it. */
export function addressesIn(text: string): string[] {
  return text
    .split(lines)
    .flatMap((part) => part.replace(named, ' $1 ').trim().split(/\s+/))
    .filter((address) => address !== '')
}

let keys = 0

/** The rows with new addresses added: nobody twice, and no more than can be sent. */
export function withAdded(rows: readonly Row[], addresses: readonly string[], role: GivenRole): Row[] {
  const known = new Set(rows.map(({ email }) => email.toLowerCase()))
  const added: Row[] = []
  for (const email of addresses) {
    if (known.has(email.toLowerCase())) continue
    known.add(email.toLowerCase())
    added.push({ key: ++keys, email, role })
  }
  return [...rows, ...added].slice(0, most)
}

export const isSent = ({ result }: Row) => result?.status === 'sent'
export const unsent = (rows: readonly Row[]) => rows.filter((row) => !isSent(row))

export const asInput = (rows: readonly Row[], more: Pick<Sent, 'endsAt' | 'locale'>): Sent[] =>
  unsent(rows).map(({ email, role }) => ({ email, role, ...more }))

/** Puts each result at its row: results come in the order in which the rows were sent. */
export function withResults(rows: readonly Row[], results: readonly Result[]): Row[] {
  const left = [...results]
  return rows.map((row) => {
    const result = isSent(row) ? undefined : left.shift()
    return result ? { ...row, result } : row
  })
}
