import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, inject, vi } from 'vitest'
import type { Client } from '../../cast/client.ts'
import { memberId, type Stage } from '../../cast/load.ts'
import { cast, type Name } from '../../cast/people.ts'
import { rows } from '../../src/ground/db.ts'
import type { GivenRole } from '../../src/permissions.ts'
import type { Running } from '../../src/start.ts'

/** How often each race is run: `npm run prove` runs a hundred. */
export const races = Number(process.env.RACES ?? 10)
vi.setConfig({ testTimeout: 60_000 + races * 6000 })

/** How often one is run that takes seconds: as often as the others when something is to be proved. */
export const heavy = races < 100 ? Math.ceil(races / 5) : races

/** Every race, one after the other. */
export async function eachRace(run: (race: number) => Promise<void>, times = races): Promise<void> {
  for (let race = 0; race < times; race++) await run(race)
}

/** Waits until it holds. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 20 })

/** So many at once. */
export const atOnce = <T>(count: number, act: (one: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, one) => act(one)))

/** Both at once. Who is sent first alternates, since a race with a favourite shows half of what can happen. */
export async function against<T, U>(
  race: number,
  one: () => Promise<T>,
  other: () => Promise<U>,
): Promise<[T, U]> {
  if (race % 2 === 0) return Promise.all([one(), other()])
  const [second, first] = await Promise.all([other(), one()])
  return [first, second]
}

/** A link for somebody, as an invitation's "copy link" gives it: what is behind its #. */
export async function invited(by: Client, account: string, email: string, role: GivenRole) {
  const { body } = await by.post(`${account}/invitations`, { invitations: [{ email, role }] })
  const path = `${account}/invitations/${body.results[0].invitation.id}`
  const link = await by.post(`${path}/link`)
  return { path, token: (link.body.url as string).split('#')[1] as string }
}

/** The member of Maison Ours with this role, whatever the last race left of them. */
export async function restored({ as, ours }: Stage, name: Name, role: GivenRole): Promise<string> {
  const present = (await as[name].get(ours)).body.role
  if (present === undefined) {
    const { token } = await invited(as.olga, ours, cast[name].email, role)
    await as[name].post('/invitations/accept', { token })
  }
  const id = await memberId(as.olga, ours, cast[name].name)
  if (present !== undefined && present !== role) await as.olga.patch(`${ours}/members/${id}`, { role })
  return id
}

/** Each member of Maison Ours by name, with their role. */
export async function rolesOf({ as, ours }: Stage): Promise<Record<string, string>> {
  const { body } = await as.olga.get(`${ours}/members`)
  return Object.fromEntries(body.items.map(({ name, role }: { name: string; role: string }) => [name, role]))
}

/** A number that a statement counts. */
export async function counted({ database }: Running, statement: SQL): Promise<number> {
  const [row] = await rows<{ count: string }>(database.db, sql`select count(*) as count from ${statement}`)
  return Number(row?.count)
}

/** Runs while nobody else can change the team; what meets there is released together. */
export async function whileTeamIsHeld(
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

/** Stops the world, and makes sure that PostgreSQL met no deadlock in it: counted once its connections are gone. */
export async function endWithoutDeadlock(world: Running, url: string): Promise<void> {
  await world.stop()
  await vi.waitFor(async () => expect(await deadlocksIn(url)).toBe(0), 10_000)
}

/** @returns the deadlocks that a database has met, or undefined while anybody is connected to it */
export async function deadlocksIn(url: string): Promise<number | undefined> {
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
