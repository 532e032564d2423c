import { constantTimeEqual, makeSignature } from 'better-auth/crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../ground/db.ts'
import type { Language } from '../ground/words.ts'
import { may, type Permission, type Role } from '../permissions.ts'
import { Refusal } from './errors.ts'
import { accounts, members, people, presence, sessions, unended } from './tables.ts'

/** Whoever sends a request. */
export type Visitor = { language: Language; ip: string | null }

/** Somebody signed in. */
export type Person = Visitor & {
  person: string
  name: string
  email: string
  session: string
  signedInAt: Date
  /** When the sign-in was last used, to the minute. */
  usedAt: Date
}

/** A person acting on an account. */
export type Actor = Person & {
  account: string
  accountName: string
  member: string
  role: Role
  endsAt: Date | null
  /** Set while the account is closing. */
  eraseAt: Date | null
  /** When they were last seen for the account. */
  seenAt: Date | null
}

/** What a route asks of whoever calls it: a permission, being a member at all, or being signed in. */
export type Asked = Permission | 'member' | 'person'

/** The service's cookie for sign-ins. With https its prefix ties it to this very host. */
export const sessionCookie = (https: boolean) => `${https ? '__Host-' : ''}stagedoor.session_token`

/** The session's token, if the cookie carries our signature. */
export async function tokenIn(header: string | undefined, cookie: string, secret: string) {
  const value = header
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${cookie}=`))
    ?.slice(cookie.length + 1)
  const [, token, signature] = /^([\w-]{1,64})\.([\w+/=-]{1,64})$/.exec(decoded(value ?? '')) ?? []
  if (!token || !signature) return undefined
  return constantTimeEqual(signature, await makeSignature(token, secret)) ? token : undefined
}

/** Of what cookies encode, a signature in base64 holds these three. */
const decoded = (value: string) =>
  value.replaceAll(/%2b/gi, '+').replaceAll(/%2f/gi, '/').replaceAll(/%3d/gi, '=')

/**
 * Who is it, and what are they on the account: session, person, account and membership in one query, asked anew
 * for each request and never remembered, so that a removal holds for the very next one.
 */
export const prepareGate = ({ lanes }: Database) =>
  lanes.gate
    .select({
      person: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      session: sessions.id,
      signedInAt: sessions.createdAt,
      usedAt: sessions.updatedAt,
      account: accounts.id,
      accountName: accounts.name,
      eraseAt: accounts.eraseAt,
      member: members.id,
      role: members.role,
      endsAt: members.endsAt,
      seenAt: presence.at,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(accounts, eq(accounts.id, sql.placeholder('account')))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.accountId, accounts.id), unended))
    .leftJoin(presence, and(eq(presence.accountId, accounts.id), eq(presence.personId, people.id)))
    .where(and(eq(sessions.token, sql.placeholder('token')), gt(sessions.expiresAt, sql`now()`)))
    .prepare('gate')

export type Gate = ReturnType<typeof prepareGate>

/**
 * @param account null where only the person counts
 * @throws Refusal sign_in_required: nobody is signed in
 * @throws Refusal not_found: not a member, which looks the same as no such account
 */
export async function identify(
  gate: Gate,
  token: string | undefined,
  account: string | null,
  ip: string | null,
) {
  const [found] = token ? await gate.execute({ token, account }) : []
  if (!found) throw new Refusal('sign_in_required')
  if (account !== null && (!found.account || !found.member)) throw new Refusal('not_found')
  return { ...found, ip } as Person & Partial<Actor>
}

/**
 * @param whileClosing whether it may be done in an account that is being deleted
 * @throws Refusal not_found, account_closing or forbidden
 */
export function allow(actor: Actor, asked: Asked, whileClosing = false): void {
  if (actor.eraseAt && actor.role !== 'owner') throw new Refusal('not_found')
  if (actor.eraseAt && !whileClosing) {
    throw new Refusal('account_closing', { until: actor.eraseAt, eraseAt: actor.eraseAt.toISOString() })
  }
  if (asked === 'member' || asked === 'person') return
  if (!may(actor.role, asked)) throw new Refusal('forbidden', { permission: asked })
}
