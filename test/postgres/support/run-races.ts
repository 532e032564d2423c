import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, inject, vi } from 'vitest'
import type { ApiClient } from '../../../cast/api-client.ts'
import { type CastName, cast } from '../../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../../cast/sign-up-cast.ts'
import type { GivenRole } from '../../../src/permissions.ts'
import { queryRows } from '../../../src/platform/database/database.ts'
import type { RunningServer } from '../../../src/server/start.ts'

/** How often each race is run. `npm run prove` runs a hundred. */
export const raceCount = Number(process.env.RACES ?? 6)
vi.setConfig({ testTimeout: 60_000 + raceCount * 6000 })

/** How often a race that takes seconds is run: in a long run as often as the others, else less. */
export const slowRaceCount = raceCount < 100 ? Math.ceil(raceCount / 5) : raceCount

/** Runs a race repeatedly, one after the other. */
export async function repeatRace(run: (race: number) => Promise<void>, times = raceCount): Promise<void> {
  for (let race = 0; race < times; race++) await run(race)
}

/** Waits until the expectation holds. */
export const expectSoon = <T>(look: () => T) => expect.poll(look, { interval: 20 })

/** Runs the act this many times at the same time. */
export const runConcurrently = <T>(count: number, act: (one: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, one) => act(one)))

/**
 * Runs both at the same time. Which one is sent first alternates, since a fixed order would show only half of the
 * possible results.
 */
export async function runBothAtOnce<T, U>(
  race: number,
  one: () => Promise<T>,
  other: () => Promise<U>,
): Promise<[T, U]> {
  if (race % 2 === 0) return Promise.all([one(), other()])
  const [second, first] = await Promise.all([other(), one()])
  return [first, second]
}

/** A copied link of an invitation: the part behind its #. */
export async function createInvitationLink(by: ApiClient, account: string, email: string, role: GivenRole) {
  const { body } = await by.post(`${account}/invitations`, { invitations: [{ email, role }] })
  const path = `${account}/invitations/${body.results[0].invitation.id}`
  const link = await by.post(`${path}/link`)
  return { path, token: (link.body.url as string).split('#')[1] as string }
}

/** The member of Maison Ours with this role, who joins again if the last race removed them. */
export async function ensureMember(
  { as, ours }: SignedInCast,
  name: CastName,
  role: GivenRole,
): Promise<string> {
  const present = (await as[name].get(ours)).body.role
  if (present === undefined) {
    const { token } = await createInvitationLink(as.olga, ours, cast[name].email, role)
    await as[name].post('/invitations/accept', { token })
  }
  const id = await findMemberId(as.olga, ours, cast[name].name)
  if (present !== undefined && present !== role) await as.olga.patch(`${ours}/members/${id}`, { role })
  return id
}

/** The members of Maison Ours by name, with their roles. */
export async function readMemberRoles({ as, ours }: SignedInCast): Promise<Record<string, string>> {
  const { body } = await as.olga.get(`${ours}/members`)
  return Object.fromEntries(body.items.map(({ name, role }: { name: string; role: string }) => [name, role]))
}

/** The number that a statement counts. */
export async function countRows({ database }: RunningServer, statement: SQL): Promise<number> {
  const [row] = await queryRows<{ count: string }>(
    database.db,
    sql`select count(*) as count from ${statement}`,
  )
  return Number(row?.count)
}

/**
 * Runs `during` while nobody else can change the team. Requests that wait for the lock are then released together.
 */
export async function whileTeamIsLocked(
  url: string,
  account: string,
  meet: () => Promise<void>,
): Promise<void> {
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`team ${account}`])
  await meet().finally(() => holder.end())
}

/**
 * Stops the world, and checks that PostgreSQL found no deadlock in it. The count is read once all connections are
 * closed.
 */
export async function stopExpectingNoDeadlock(world: RunningServer, url: string): Promise<void> {
  await world.stop()
  await vi.waitFor(async () => expect(await countDeadlocks(url)).toBe(0), 10_000)
}

/** @returns the number of deadlocks in a database, or undefined while there is a connection to it */
export async function countDeadlocks(url: string): Promise<number | undefined> {
  const admin = new pg.Client({ connectionString: inject('postgres') })
  await admin.connect()
  const name = new URL(url).pathname.slice(1)
  const { rows: found } = await admin.query(
    'select deadlocks::int from pg_stat_database where datname = $1 and numbackends = 0',
    [name],
  )
  await admin.end()
  return found[0]?.deadlocks
}
