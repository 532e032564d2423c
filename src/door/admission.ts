import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../ground/config.ts'
import type { Database } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { languageOf } from '../ground/words.ts'
import { type Permission, permissions } from '../permissions.ts'
import { Refusal } from './errors.ts'
import {
  type Actor,
  type Asked,
  allow,
  identify,
  type Person,
  prepareGate,
  sessionCookie,
  tokenIn,
  type Visitor,
} from './gate.ts'
import { record } from './record.ts'
import { members, people, presence, sessions, unended } from './tables.ts'

export type Admission = ReturnType<typeof makeAdmission>

/** Lets requests in or refuses them: the one use of the gate for everything that arrives by HTTP. */
export function makeAdmission(database: Database, config: Config) {
  const gate = prepareGate(database)
  const cookie = sessionCookie(config.https)

  const visitor = (request: FastifyRequest): Visitor => ({
    language: languageOf(request.headers['accept-language']),
    ip: request.ip,
  })

  const personal = async (request: FastifyRequest, account: string | null) => {
    const token = await tokenIn(request.headers.cookie, cookie, config.secret)
    const found = await identify(gate, token, account, request.ip)
    await noticeSession(database, found)
    return found
  }

  /** Whoever it is, signed in or not. */
  const perhaps = async (request: FastifyRequest): Promise<Visitor | Person> => {
    const token = await tokenIn(request.headers.cookie, cookie, config.secret)
    const [found] = token ? await gate.execute({ token, account: null }) : []
    return found ? withoutAccount({ ...found, ip: request.ip }) : visitor(request)
  }

  /** @throws Refusal as `identify` and `allow` do; one for lack of a permission is recorded */
  const admit = async (request: FastifyRequest, account: string, asked: Asked, whileClosing?: true) => {
    const actor = (await personal(request, account)) as Actor
    try {
      allow(actor, asked, whileClosing)
    } catch (error) {
      throw error instanceof Refusal && error.code === 'forbidden'
        ? await refused(database, actor, asked as Permission, request)
        : error
    }
    await notice(database, actor)
    return actor
  }

  return {
    /** The hook that stands before the body is read. */
    before: (asked: Asked | undefined, whileClosing?: true) => async (request: FastifyRequest) => {
      const params = (request.params ?? {}) as Record<string, string>
      if (!Object.entries(params).every(isName)) throw new Refusal('not_found')
      checkOrigin(request, config.origins)
      if (!asked) request.caller = await perhaps(request)
      else if (asked === 'person') request.caller = withoutAccount(await personal(request, null))
      else request.caller = await admit(request, params.account as string, asked, whileClosing)
    },
    /** The gate once more, for work that goes on after its request was let in. */
    again: (request: FastifyRequest, asked: Asked) =>
      admit(request, (request.params as { account: string }).account, asked),
    /** A member by cookie and account, for live connections. */
    member: (request: FastifyRequest, account: string) => {
      if (!/^[\w-]{1,64}$/.test(account)) throw new Refusal('not_found')
      checkOrigin(request, config.origins, true)
      return admit(request, account, 'member')
    },
  }
}

/** Whether it may name something at all. Ids hold no dots; usernames may, after their first letter or digit. */
const isName = ([name, value]: [string, string]) =>
  (name === 'username' ? /^[A-Za-z0-9][\w.-]{0,63}$/ : /^[\w-]{1,64}$/).test(value)

const withoutAccount = <T extends object>({ account: _, ...rest }: T & { account?: unknown }) => rest as never

/**
 * Browsers send the page's origin with everything unsafe: a foreign one is refused. Programs send none.
 * @param always also for what is safe by its method (opening a WebSocket is a GET)
 */
export function checkOrigin(request: FastifyRequest, origins: string[], always = false): void {
  if (!always && (request.method === 'GET' || request.method === 'HEAD')) return
  const { origin, 'sec-fetch-site': site } = request.headers
  const foreign =
    origin === undefined ? site === 'cross-site' || site === 'same-site' : !origins.includes(origin)
  if (foreign) throw new Refusal('origin_refused')
}

/** A member's attempt at what their role does not allow: recorded, and answered with whom to ask. */
async function refused(database: Database, actor: Actor, permission: Permission, request: FastifyRequest) {
  const { account, person } = actor
  const names = await within(database, { as: 'account', account, person }, async (tx) => {
    const path = request.url.split('?')[0]
    await record(tx, actor, {
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
          unended,
        ),
      )
      .orderBy(sql`${members.role} = 'owner' desc`, asc(members.createdAt))
      .limit(3)
  })
  return new Refusal('forbidden', { permission, names: names.map(({ name }) => name) })
}

/** Notes that the sign-in is used, once a minute at most. */
async function noticeSession(database: Database, { session, usedAt }: Person): Promise<void> {
  if (Date.now() - usedAt.getTime() < 60_000) return
  await database.db.update(sessions).set({ updatedAt: sql`now()` }).where(eq(sessions.id, session))
}

/** Notes that the member is active, once a minute at most. */
async function notice(database: Database, { account, person, seenAt }: Actor): Promise<void> {
  if (seenAt && Date.now() - seenAt.getTime() < 60_000) return
  await database.db
    .insert(presence)
    .values({ accountId: account, personId: person, at: sql`now()` })
    .onConflictDoUpdate({ target: [presence.accountId, presence.personId], set: { at: sql`now()` } })
}
