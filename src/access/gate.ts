import { constantTimeEqual, makeSignature } from 'better-auth/crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { may, type Permission, type Role } from '../permissions.ts'
import type { Database } from '../platform/database/database.ts'
import type { Language } from '../platform/format/i18n.ts'
import { accounts, hasAccess, members, people, presence, sessions } from './tables.ts'

/** Anyone who sends a request, signed in or not. */
export type Visitor = { language: Language; ip: string | null }

/** A signed-in person. */
export type Person = Visitor & {
  person: string
  name: string
  email: string
  session: string
  /** Whether to record again that the session is in use, which happens once a minute at most. */
  isSessionStale: boolean
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
  /** Whether to record again that the member is active, which happens once a minute at most. */
  isPresenceStale: boolean
}

/** What a route requires of its caller: a permission, membership of any role, or being signed in. */
export type Requirement = Permission | 'member' | 'person'

/** The name of the session cookie. With https, its prefix binds it to this exact host. */
export const sessionCookie = (https: boolean) => `${https ? '__Host-' : ''}stagedoor.session_token`

/** The session's token, if the cookie carries our signature. */
export async function sessionTokenIn(header: string | undefined, cookie: string, secret: string) {
  const value = header
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${cookie}=`))
    ?.slice(cookie.length + 1)
  const [, token, signature] = /^([\w-]{1,64})\.([\w+/=-]{1,64})$/.exec(decoded(value ?? '')) ?? []
  if (!token || !signature) return undefined
  return constantTimeEqual(signature, await makeSignature(token, secret)) ? token : undefined
}

/** Decodes the three characters of a base64 signature that cookies percent-encode. */
const decoded = (value: string) =>
  value.replaceAll(/%2b/gi, '+').replaceAll(/%2f/gi, '/').replaceAll(/%3d/gi, '=')

/**
 * Finds the session, person, account and membership of a request in one query. It runs for each request and nothing
 * is cached, so that a removal takes effect with the very next request.
 */
export const prepareGate = ({ pools }: Database) =>
  pools.gate
    .select({
      person: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      session: sessions.id,
      isSessionStale: sql<boolean>`${sessions.updatedAt} <= now() - interval '1 minute'`,
      account: accounts.id,
      accountName: accounts.name,
      eraseAt: accounts.eraseAt,
      member: members.id,
      role: members.role,
      endsAt: members.endsAt,
      isPresenceStale: sql<boolean>`coalesce(${presence.at} <= now() - interval '1 minute', true)`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(accounts, eq(accounts.id, sql.placeholder('account')))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.accountId, accounts.id), hasAccess))
    .leftJoin(presence, and(eq(presence.accountId, accounts.id), eq(presence.personId, people.id)))
    .where(and(eq(sessions.token, sql.placeholder('token')), gt(sessions.expiresAt, sql`now()`)))
    .prepare('gate')

export type Gate = ReturnType<typeof prepareGate>

/**
 * @param account null if only the person is to be identified
 * @throws Refusal sign_in_required: nobody is signed in
 * @throws Refusal not_found: the person is not a member; the answer is the same as for an account that does not exist
 */
export async function identify(
  gate: Gate,
  token: string | undefined,
  account: string | null,
  ip: string | null,
) {
  const [row] = token ? await gate.execute({ token, account }) : []
  if (!row) throw new Refusal('sign_in_required')
  if (account !== null && (!row.account || !row.member)) throw new Refusal('not_found')
  return { ...row, ip } as Person & Partial<Actor>
}

/**
 * @param whileClosing whether the act is allowed in an account that is being deleted
 * @throws Refusal not_found, account_closing or forbidden
 */
export function requirePermission(actor: Actor, required: Requirement, whileClosing = false): void {
  if (actor.eraseAt && actor.role !== 'owner') throw new Refusal('not_found')
  if (actor.eraseAt && !whileClosing) {
    throw new Refusal('account_closing', { until: actor.eraseAt, eraseAt: actor.eraseAt.toISOString() })
  }
  if (required === 'member' || required === 'person') return
  if (!may(actor.role, required)) throw new Refusal('forbidden', { permission: required })
}
