import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '../../cast/api-client.ts'
import { addCardAndAddress, connectSandboxCard, sandboxCards } from '../../cast/cards-and-addresses.ts'
import { type AudienceMember, signUpAudienceMember, startCastShow } from '../../cast/cast-shows.ts'
import { cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { testSecret } from '../support/test-environment.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import { openLivePage } from './support/live-page.ts'
import { askTimes, type SkewedNode, startSkewedNode } from './support/skewed-nodes.ts'

/*
 * A node whose clock is an hour off does everything as a node whose clock is right: the database's clock is the only one.
 * Inès signs up on a right node, which is stopped before the others start.
 */
let environment: Record<string, string>
let db: pg.Client
let times: ReturnType<typeof askTimes>
let signedUp: SignedInCast
let ines: AudienceMember
beforeAll(async () => {
  const shared = {
    DATABASE_URL: await createTestDatabase('cast'),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'stagedoor-skewed-')),
  }
  environment = { ...shared, SECRET: testSecret, MEDIA_PORT: '0', PUBLIC_URL: 'http://localhost' }
  const { world, stage } = await openWorldWithCast(shared)
  signedUp = stage
  ines = await signUpAudienceMember(world.app, 'ines')
  await addCardAndAddress(signedUp.as.rita, signedUp.fox)
  await world.stop()
  db = new pg.Client({ connectionString: shared.DATABASE_URL })
  await db.connect()
  times = askTimes(db)
})
afterAll(async () => {
  await db.end()
  rmSync(environment.DATA_DIR as string, { recursive: true })
})

/** A moment as a clock on a wall in London shows it in winter. */
const wallClock = (moment: Date) => moment.toISOString().slice(0, 16)

describe.each([
  ['right', 0],
  ['an hour ahead', 3600],
  ['an hour behind', -3600],
])('a node whose clock is %s', (_, seconds) => {
  let node: SkewedNode
  let stage: SignedInCast
  let viewer: ApiClient
  beforeAll(async () => {
    node = await startSkewedNode(environment, signedUp, seconds)
    stage = node.stage
    viewer = node.clientOf(ines.client)
  })
  afterAll(() => node.stop())

  test('is ready only if it is right, because one-time codes and signed links use its own clock', async () => {
    expect((await stage.as.olga.get('/readyz')).status).toBe(seconds === 0 ? 200 : 503)
  })

  const basket = async () => {
    const bear = { title: 'Ceramic bear', price: 1600, quantity: 3 }
    const product = (await stage.as.olga.post(`${stage.ours}/products`, bear)).body.id
    return { seller: stage.own.olga, items: [{ product, quantity: 1 }] }
  }

  test('charges a purchase, and leaves one alone that waits for the buyer’s bank', async () => {
    const { as, fox } = stage
    const paid = await as.rita.post(`${fox}/purchases`, await basket())
    expect(paid).toMatchObject({ status: 201, body: { status: 'pending_fulfillment' } })
    expect(await times.minutesAhead(paid.body.cancellation.until)).toBeGreaterThan(0)

    const method = await connectSandboxCard(as.rita, fox, sandboxCards.confirm)
    const waiting = await as.rita.post(`${fox}/purchases`, { ...(await basket()), method })
    const path = `${fox}/purchases/${waiting.body.id}`
    expect((await as.rita.get(path)).body).toMatchObject({ status: 'pending', confirm: expect.anything() })
    const confirmed = await as.rita.post(`${path}/confirmation`, { approve: true })
    expect([confirmed.status, (await as.rita.get(path)).body.status]).toEqual([200, 'pending_fulfillment'])
  })

  test('closes an auction when its time is over, and charges the winner', async () => {
    const { show, product, path } = await startCastShow(stage)
    const started = await stage.as.selma.post(`${path}/auctions`, { product, seconds: 10 })
    const auction = started.body.id as string
    const bid = await viewer.post(`${ines.path}/bids`, { show, auction, amount: 1000 })
    expect(bid.status).toBe(201)
    await db.query(`begin; alter table auctions disable trigger keep_auction;
      update auctions set ends_at = clock_timestamp() + interval '1 second' where id = '${auction}';
      alter table auctions enable trigger keep_auction; commit`)
    const read = async () =>
      (await viewer.get(`/shows/${show}/auctions`)).body.items.find(
        ({ id }: { id: string }) => id === auction,
      )
    await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe('sold')
    const late = await times.one<{ ms: number }>(
      `select extract(epoch from o.created_at - a.ends_at)::float * 1000 as ms
        from auctions a join orders o on o.id = a.order_id where a.id = $1`,
      [auction],
    )
    expect(late.ms).toBeGreaterThanOrEqual(0)
    expect(late.ms).toBeLessThan(5000)
    await expect
      .poll(async () => (await viewer.get(`${ines.path}/purchases`)).body.items[0])
      .toMatchObject({ status: 'pending_fulfillment' })
    await stage.as.selma.post(`${path}/end`)
  })

  test('resumes a stopped show for two hours', async () => {
    const { show, path } = await startCastShow(stage)
    for (const [stopped, answer] of [
      [119, 200],
      [121, 409],
    ]) {
      await stage.as.selma.post(`${path}/stop`)
      await db.query(`update shows set stopped_at = now() - $1::interval where id = $2`, [
        `${stopped} minutes`,
        show,
      ])
      expect((await stage.as.selma.post(`${path}/broadcast`, {})).status).toBe(answer)
    }
  })

  test('schedules a show in half an hour, and none half an hour ago', async () => {
    const schedule = async (minutes: number) =>
      stage.as.selma.post(`${stage.ours}/shows`, {
        title: 'Plates and bears',
        startsAt: wallClock(await times.inMinutes(minutes)),
        zone: 'UTC',
      })
    expect((await schedule(30)).status).toBe(201)
    expect((await schedule(-30)).body).toMatchObject({
      status: 422,
      fields: [{ field: 'startsAt', code: 'past' }],
    })
  })

  test('mutes somebody for five minutes', async () => {
    const { show, path } = await startCastShow(stage)
    const said = await viewer.post(`/shows/${show}/chat`, { text: 'I am everywhere' })
    const muted = await stage.as.selma.post(`${path}/bans`, { line: said.body.id, kind: 'mute', minutes: 5 })
    expect(muted.status).toBe(201)
    expect(await times.minutesAhead(muted.body.until)).toBeCloseTo(5, 0)
    expect((await viewer.post(`/shows/${show}/chat`, { text: 'Hello?' })).body.code).toBe('muted')
    await db.query(`update chat_bans set until = now() where show_id = $1`, [show])
    const again = await viewer.post(`/shows/${show}/chat`, { text: 'Hello!' })
    expect(again.status).toBe(201)
    expect(await times.minutesAhead(again.body.at)).toBeCloseTo(0, 0)
  })

  test('lists an invitation as pending until its link expires', async () => {
    const { as, ours } = stage
    const email = `someone-${seconds + 3600}@example.com`
    const invited = await as.olga.post(`${ours}/invitations`, { invitations: [{ email, role: 'support' }] })
    const { id } = invited.body.results[0].invitation
    const status = async (minutes: number) => {
      await db.query(`update invitations set expires_at = now() + $1::interval where id = $2`, [
        `${minutes} minutes`,
        id,
      ])
      const { items } = (await as.olga.get(`${ours}/invitations`)).body
      return items.find((item: { id: string }) => item.id === id).status
    }
    expect([await status(30), await status(-30)]).toEqual(['pending', 'expired'])
  })

  test('ends an access when it ends, and closes the live connection then', async () => {
    const { as, ours } = stage
    const theo = `${ours}/members/${await findMemberId(as.olga, ours, cast.theo.name)}`
    expect((await as.olga.patch(theo, { endsAt: await times.inMinutes(-1) })).body.fields).toEqual([
      expect.objectContaining({ field: 'endsAt', code: 'past' }),
    ])
    const endsAt = await times.inMinutes(0.05)
    expect((await as.olga.patch(theo, { endsAt })).status).toBe(200)
    const page = await openLivePage({ address: node.address }, as.theo, ours)
    expect(page.isOpen()).toBe(true)
    expect((await page.closed).code).toBe(4404)
    expect(await times.minutesAhead(endsAt)).toBeLessThanOrEqual(0)
    expect(await times.minutesAhead(endsAt)).toBeGreaterThan(-0.05)
    expect((await as.theo.get(ours)).status).toBe(404)
    await as.olga.patch(theo, { endsAt: null })
    expect((await as.theo.get(ours)).status).toBe(200)
  })

  test('queues the mail about a waiting message for ten minutes on', async () => {
    const { as, fox } = stage
    const text = `Is the bear dishwasher-safe? (${seconds})`
    const begun = await as.rita.post(`${fox}/buyer-conversations`, { shop: cast.olga.username, text })
    expect(begun.status).toBe(201)
    const { id } = { id: begun.body.conversation as string }
    await db.query(`delete from pgboss.job where data ->> 'subject' = $1`, [id])
    await db.query(`update conversations set last_at = now() - interval '3 hours' where id = $1`, [id])
    await as.rita.post(`${fox}/buyer-conversations/${id}/messages`, { text: `${text} And the oven?` })
    const queued = await times.one<{ at: Date }>(
      `select start_after as at from pgboss.job where name = 'waiting' and data ->> 'subject' = $1`,
      [id],
    )
    expect(await times.minutesAhead(queued.at)).toBeCloseTo(10, 0)
  })

  test('signs somebody in for thirty days, and mails a reset link for an hour', async () => {
    const { email } = cast.olga
    const path = '/api/auth/request-password-reset'
    expect((await stage.as.marc.post(path, { email, redirectTo: '/reset-password' })).status).toBe(200)
    const link = await times.one<{ at: Date }>(
      `select expires_at as at from verifications where identifier like 'reset-password:%' order by created_at desc limit 1`,
    )
    expect(await times.minutesAhead(link.at)).toBeCloseTo(60, 0)
    const session = await times.one<{ days: number }>(
      `select extract(epoch from max(expires_at) - now())::float / 86400 as days from sessions`,
    )
    expect(session.days).toBeCloseTo(30, 0)
  })
})

test('what is said and done on three nodes is listed in the order in which it was', async () => {
  const nodes = await Promise.all(
    [3600, 0, -3600].map((seconds) => startSkewedNode(environment, signedUp, seconds)),
  )
  try {
    const { stage } = nodes[1] as SkewedNode
    const { show } = await startCastShow(stage)
    const said: string[] = []
    for (const text of ['one', 'two', 'three', 'four', 'five', 'six']) {
      const node = nodes[said.length % 3] as SkewedNode
      const { status } = await node.clientOf(ines.client).post(`/shows/${show}/chat`, { text })
      expect(status).toBe(201)
      await node.stage.as.olga.post(`${stage.ours}/products`, {
        title: `Bear ${text}`,
        price: 100,
        quantity: 1,
      })
      said.push(text)
    }
    const lines = (await stage.as.selma.get(`/shows/${show}/chat`)).body.items as { text: string }[]
    expect(lines.map(({ text }) => text).filter((text) => said.includes(text))).toEqual(said)
    const { items } = (await stage.as.olga.get(`${stage.ours}/activity`)).body
    const made = (items as { act: string; subject: { name: string } | null }[])
      .filter(({ subject }) => subject?.name.startsWith('Bear '))
      .map(({ subject }) => subject?.name.slice(5))
    expect(made.slice(0, said.length)).toEqual([...said].reverse())
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
})
