import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import { type Permission, permissions } from '../permissions.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { preferredLanguage } from '../platform/format/i18n.ts'
import { recordAct } from './audit.ts'
import {
  type Actor,
  identify,
  type Person,
  prepareGate,
  type Requirement,
  requirePermission,
  sessionCookie,
  sessionTokenIn,
  type Visitor,
} from './gate.ts'
import { hasAccess, members, people, presence, sessions } from './tables.ts'

export type Admission = ReturnType<typeof makeAdmission>

/**
 * Admits or refuses requests. Every HTTP request and every WebSocket passes the gate through one of these functions.
 */
export function makeAdmission(database: Database, config: Config) {
  const gate = prepareGate(database)
  const cookie = sessionCookie(config.https)

  const visitor = (request: FastifyRequest): Visitor => ({
    language: preferredLanguage(request.headers['accept-language']),
    ip: request.ip,
  })

  const identifyPerson = async (request: FastifyRequest, account: string | null) => {
    const token = await sessionTokenIn(request.headers.cookie, cookie, config.secret)
    const found = await identify(gate, token, account, request.ip)
    await touchSession(database, found)
    return found
  }

  /** The caller of a public route: the person if signed in, else an anonymous visitor. */
  const identifyIfSignedIn = async (request: FastifyRequest): Promise<Visitor | Person> => {
    const token = await sessionTokenIn(request.headers.cookie, cookie, config.secret)
    const [found] = token ? await gate.execute({ token, account: null }) : []
    return found ? withoutAccount({ ...found, ip: request.ip }) : visitor(request)
  }

  /** @throws Refusal as `identify` and `requirePermission` do; a refusal for lack of a permission is recorded */
  const admit = async (
    request: FastifyRequest,
    account: string,
    required: Requirement,
    whileClosing?: true,
  ) => {
    const actor = (await identifyPerson(request, account)) as Actor
    try {
      requirePermission(actor, required, whileClosing)
    } catch (error) {
      throw error instanceof Refusal && error.code === 'forbidden'
        ? await recordForbidden(database, actor, required as Permission, request)
        : error
    }
    await touchPresence(database, actor)
    return actor
  }

  return {
    /** The hook that runs before the body is read. */
    onRequest:
      (required: Requirement | undefined, whileClosing?: true) => async (request: FastifyRequest) => {
        const params = (request.params ?? {}) as Record<string, string>
        if (!Object.entries(params).every(isName)) throw new Refusal('not_found')
        checkOrigin(request, config.origins)
        if (!required) request.caller = await identifyIfSignedIn(request)
        else if (required === 'person') request.caller = withoutAccount(await identifyPerson(request, null))
        else request.caller = await admit(request, params.account as string, required, whileClosing)
      },
    /** Runs the gate again, for work that continues after its request was admitted. */
    admitAgain: (request: FastifyRequest, required: Requirement) =>
      admit(request, (request.params as { account: string }).account, required),
    /** Admits a member by cookie and account, for live connections. */
    admitMember: (request: FastifyRequest, account: string) => {
      if (!/^[\w-]{1,64}$/.test(account)) throw new Refusal('not_found')
      checkOrigin(request, config.origins, true)
      return admit(request, account, 'member')
    },
  }
}

/**
 * Whether a path parameter can be an id or a username at all. Ids have no dots; usernames may, after their first
 * character.
 */
const isName = ([name, value]: [string, string]) =>
  (name === 'username' ? /^[A-Za-z0-9][\w.-]{0,63}$/ : /^[\w-]{1,64}$/).test(value)

const withoutAccount = <T extends object>({ account: _, ...rest }: T & { account?: unknown }) => rest as never

/**
 * Browsers send the page's origin with every unsafe request: a foreign origin is refused. Programs send none.
 * @param always check safe methods, too (opening a WebSocket is a GET)
 */
export function checkOrigin(request: FastifyRequest, origins: string[], always = false): void {
  if (!always && (request.method === 'GET' || request.method === 'HEAD')) return
  const { origin, 'sec-fetch-site': site } = request.headers
  const foreign =
    origin === undefined ? site === 'cross-site' || site === 'same-site' : !origins.includes(origin)
  if (foreign) throw new Refusal('origin_refused')
}

/**
 * Records that a member tried an act which their role does not allow.
 * @returns the refusal, with the names of up to three people who can grant the permission
 */
async function recordForbidden(
  database: Database,
  actor: Actor,
  permission: Permission,
  request: FastifyRequest,
) {
  const { account } = actor
  const names = await inScope(database, scopeOf(actor), async (tx) => {
    const path = request.url.split('?')[0]
    await recordAct(tx, actor, {
      act: 'door.refused',
      allowed: false,
      details: { permission, method: request.method, path },
    })
    return tx
      .select({ name: people.name })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(
        and(
          eq(members.accountId, account),
          inArray(members.role, [...permissions[permission].roles]),
          hasAccess,
        ),
      )
      .orderBy(sql`${members.role} = 'owner' desc`, asc(members.createdAt))
      .limit(3)
  })
  return new Refusal('forbidden', { permission, names: names.map(({ name }) => name) })
}

/** Records that the session is in use, once a minute at most. */
async function touchSession(database: Database, { session, isSessionStale }: Person): Promise<void> {
  if (!isSessionStale) return
  await database.db.update(sessions).set({ updatedAt: sql`now()` }).where(eq(sessions.id, session))
}

/** Records that the member is active, once a minute at most. */
async function touchPresence(database: Database, { account, person, isPresenceStale }: Actor): Promise<void> {
  if (!isPresenceStale) return
  await database.db
    .insert(presence)
    .values({ accountId: account, personId: person, at: sql`now()` })
    .onConflictDoUpdate({ target: [presence.accountId, presence.personId], set: { at: sql`now()` } })
}
