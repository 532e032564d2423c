import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { ApiClient } from '../../../cast/api-client.ts'
import { createProductForShow, scheduleCastShow } from '../../../cast/cast-shows.ts'
import type { SignedInCast } from '../../../cast/sign-up-cast.ts'
import { connectPeer, makeRtpPacket } from '../../../cast/webrtc-peers.ts'
import type { RunningServer } from '../../../src/server/start.ts'
import { firstRow, seedBuyers } from '../../support/seed-buyers.ts'
import { createTestDatabase, openWorld, openWorldWithCast } from '../../support/test-world.ts'
import { stopExpectingNoDeadlock } from './run-races.ts'

/** Two nodes with one database, which share the folder of the photos; the cast, and some buyers. */
export async function openTwoNodes(buyers = 20) {
  const url = await createTestDatabase('cast')
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-shows-'))
  const shared = { DATABASE_URL: url, DATA_DIR: folder, INVITATIONS_PER_DAY: '100000' }
  const { world: a, stage } = await openWorldWithCast(shared)
  const b = await openWorld(shared)
  const close = async () => {
    await b.stop()
    await stopExpectingNoDeadlock(a, url)
    rmSync(folder, { recursive: true })
  }
  return { a, b, stage, buyers: await seedBuyers(a, buyers), close }
}
export type TwoNodes = Awaited<ReturnType<typeof openTwoNodes>>

/** A scheduled show of Maison Ours, with a product that can be auctioned. */
export async function scheduleShowWithProduct(stage: SignedInCast) {
  const product = await createProductForShow(stage)
  const show = await scheduleCastShow(stage, 'Plates and bears', [product])
  return { show, product, path: `${stage.ours}/shows/${show}` }
}

/** A show's status in the database, its open broadcasts, the hosts of all broadcasts, and its running auctions. */
export const readShowState = (world: RunningServer, show: string) =>
  firstRow<{ status: string; open: number; hosts: string[]; running: number }>(
    world,
    sql`select status,
      (select count(*)::int from broadcasts b where b.show_id = s.id and ended_at is null) as open,
      (select coalesce(array_agg(person_name), '{}') from broadcasts b
        where b.show_id = s.id and ended_at is null) as hosts,
      (select count(*)::int from auctions a where a.show_id = s.id and a.status = 'running') as running
      from shows s where id = ${show}`,
  )

const offerTo =
  (client: ApiClient, path: string): Parameters<typeof connectPeer>[1] =>
  async (offer) => {
    const { status, body, headers } = await client.post(path, offer, { 'content-type': 'application/sdp' })
    if (status !== 201) throw new Error(`${status} ${body.code}`)
    return { session: String(headers.location).split('/').at(-1) as string, answer: body as string }
  }

/** Sends video for a show, as a studio does, until it is closed. */
export async function sendVideo(client: ApiClient, path: string): Promise<{ close(): void }> {
  const { legs, close } = await connectPeer({ sends: true }, offerTo(client, `${path}/whip`))
  let sequence = 0
  const timer = setInterval(() => {
    sequence++
    for (const leg of legs)
      if (leg.track.isOpen()) leg.track.sendMessageBinary(makeRtpPacket(leg, sequence, sequence * 3000))
  }, 20)
  return {
    close() {
      clearInterval(timer)
      close()
    },
  }
}

/** A viewer of a show: how many packets arrived, and when the last one did (milliseconds of performance.now()). */
export async function watchVideo(client: ApiClient, show: string) {
  const { legs, close } = await connectPeer({ sends: false }, offerTo(client, `/shows/${show}/whep`))
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

/** Ends the connections through which nodes receive events, so that for a moment they receive none. */
export const cutEventConnections = ({ database }: RunningServer) =>
  database.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'stagedoor live'`,
  )
