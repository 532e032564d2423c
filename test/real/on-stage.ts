import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Client } from '../../cast/client.ts'
import { forShow, schedule } from '../../cast/live.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { joined, rtp } from '../../cast/peers.ts'
import type { Running } from '../../src/start.ts'
import { freshDatabase, openWorld } from '../world.ts'
import { crowd, first } from './crowd.ts'
import { endWithoutDeadlock } from './race.ts'

/** Two nodes on one database, which share the folder of the photos; the cast, and some who buy. */
export async function openTwo(buyers = 20) {
  const url = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-shows-'))
  const shared = { DATABASE_URL: url, DATA_DIR: folder, INVITATIONS_PER_DAY: '100000' }
  const a = await openWorld(shared)
  const b = await openWorld(shared)
  const close = async () => {
    await b.stop()
    await endWithoutDeadlock(a, url)
    rmSync(folder, { recursive: true })
  }
  return { a, b, stage: await loadCast(a.app), buyers: await crowd(a, buyers), close }
}
export type Two = Awaited<ReturnType<typeof openTwo>>

/** A show of Maison Ours that nobody has begun, with a product that can be auctioned. */
export async function scheduled(stage: Stage) {
  const product = await forShow(stage)
  const show = await schedule(stage, 'Plates and bears', [product])
  return { show, product, path: `${stage.ours}/shows/${show}` }
}

/** What the database says of a show: its state, how many broadcasts are open and how many were, and auctions. */
export const standing = (world: Running, show: string) =>
  first<{ state: string; open: number; hosts: string[]; running: number }>(
    world,
    sql`select state,
      (select count(*)::int from broadcasts b where b.show_id = s.id and ended_at is null) as open,
      (select coalesce(array_agg(person_name), '{}') from broadcasts b
        where b.show_id = s.id and ended_at is null) as hosts,
      (select count(*)::int from auctions a where a.show_id = s.id and a.state = 'running') as running
      from shows s where id = ${show}`,
  )

const offerTo =
  (client: Client, path: string): Parameters<typeof joined>[1] =>
  async (offer) => {
    const { status, body, headers } = await client.post(path, offer, { 'content-type': 'application/sdp' })
    if (status !== 201) throw new Error(`${status} ${body.code}`)
    return { session: String(headers.location).split('/').at(-1) as string, answer: body as string }
  }

/** Sends a picture for a show, as a studio does, until it is closed. */
export async function sendPicture(client: Client, path: string): Promise<{ close(): void }> {
  const { legs, close } = await joined({ sends: true }, offerTo(client, `${path}/whip`))
  let sequence = 0
  const timer = setInterval(() => {
    sequence++
    for (const leg of legs)
      if (leg.track.isOpen()) leg.track.sendMessageBinary(rtp(leg, sequence, sequence * 3000))
  }, 20)
  return {
    close() {
      clearInterval(timer)
      close()
    },
  }
}

/** Somebody who watches a show: how much came, and when the last of it (milliseconds of performance.now()). */
export async function watchPicture(client: Client, show: string) {
  const { legs, close } = await joined({ sends: false }, offerTo(client, `/shows/${show}/whep`))
  const seen = { came: 0, last: 0, close: () => {} }
  const timer = setInterval(() => {
    const came = legs.reduce((sum, leg) => sum + leg.came.length, 0)
    if (came > seen.came) Object.assign(seen, { came, last: performance.now() })
  }, 10)
  seen.close = () => {
    clearInterval(timer)
    close()
  }
  return seen
}

/** Takes from all nodes what they listen with: for a moment they hear nothing. */
export const deafen = ({ database }: Running) =>
  database.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'stagedoor live'`,
  )
