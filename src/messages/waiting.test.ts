import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadCast, memberId, type Stage } from '../../cast/load.ts'
import { cast } from '../../cast/people.ts'
import { openWorld } from '../../test/world.ts'
import { asService, rows } from '../ground/db.ts'
import { makePost } from '../ground/mail.ts'
import type { NoticeKind } from '../notices/settings.ts'
import { patience, waitingWorker } from '../notices/waiting.ts'
import type { Running } from '../start.ts'
import { waitsForBuyer, waitsForTeam } from './waiting.ts'

let world: Running
let stage: Stage
/** Fox & Fern's conversation with Maison Ours, for its team and as the buyer's. */
let team: string
let buyer: string
let id: string

beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  const { as, fox, ours } = stage
  const shop = cast.olga.username
  const begun = await as.rita.post(`${fox}/seller-conversations`, { shop, text: 'Is the bear safe?' })
  id = begun.body.conversation
  team = `${ours}/conversations/${id}`
  buyer = `${fox}/seller-conversations/${id}`
})
afterAll(() => world.stop())

describe('nobody', () => {
  test('writes to their own shop, or to one that is not there', async () => {
    const { as, ours } = stage
    const to = (shop: string) => as.olga.post(`${ours}/seller-conversations`, { shop, text: 'Hello me' })
    expect((await to(cast.olga.username)).body.code).toBe('own_shop')
    expect((await to('nobody-at-all')).status).toBe(404)
  })

  test('reads or writes what is between two others', async () => {
    const { as, own } = stage
    for (const path of [
      `/accounts/${own.selma}/conversations/${id}`,
      `/accounts/${own.selma}/seller-conversations/${id}`,
    ]) {
      expect((await as.selma.get(path)).status).toBe(404)
      expect((await as.selma.post(`${path}/messages`, { text: 'Hello' })).status).toBe(404)
      expect((await as.selma.post(`${path}/read`, { number: 1 })).status).toBe(404)
    }
  })

  test.each([
    ['nothing', { text: '' }],
    ['too much', { text: 'x'.repeat(4001) }],
    ['control characters', { text: 'a\u0007b' }],
    ['something else than text', { text: { html: '<b>' } }],
    ['a key that is none', { text: 'x', key: 'short' }],
    ['a field that is none', { text: 'x', html: true }],
  ])('writes %s', async (_, input) => {
    expect((await stage.as.rita.post(`${buyer}/messages`, input)).status).toBe(422)
  })
})

describe('what has waited for some minutes', () => {
  type Mail = { to: string; subject: string; text: string }
  const mails = async (to: string) =>
    ((await stage.as.olga.get('/mailbox', { accept: 'application/json' })).body.items as Mail[]).filter(
      (mail) => mail.to === to && mail.text.includes(`/messages/${id}`),
    )
  const queued = () =>
    asService(world.database, (tx) =>
      rows<{ kind: NoticeKind; account: string; minutes: number }>(
        tx,
        sql`select data ->> 'kind' as kind, data ->> 'account' as account,
            round(extract(epoch from start_after - created_on) / 60)::int as minutes
          from pgboss.job where name = 'waiting' and data ->> 'subject' = ${id}`,
      ),
    )
  /** What the queue does when the time has come. */
  const look = (account: string, kind: NoticeKind) =>
    waitingWorker(world.database, makePost('a secret of the tests, long enough'), {
      messages: waitsForTeam,
      replies: waitsForBuyer,
    }).run({ account, kind, subject: id } as never, { lastTry: false })
  const untilMailed = (to: string, count: number) =>
    vi.waitFor(async () => expect(await mails(to)).toHaveLength(count), { timeout: 20_000, interval: 100 })

  test('is mailed to whoever may answer and wants to know, once, without a word of what was said', async () => {
    const { as, own } = stage
    expect(await queued()).toMatchObject([{ kind: 'messages', account: own.olga, minutes: patience }])
    await as.marc.patch('/me/notices', { kind: 'messages', mail: false })
    await look(own.olga, 'messages')
    await look(own.olga, 'messages')
    await untilMailed(cast.selma.email, 1)
    await untilMailed(cast.theo.email, 1)
    expect(await mails(cast.marc.email)).toEqual([])
    const [mail] = await mails(cast.selma.email)
    expect(mail?.subject).toBe('Fox & Fern waits for an answer from Maison Ours')
    expect(mail?.text).toContain(`/dashboard/${own.olga}/messages/${id}`)
    expect(mail?.text).not.toContain('bear')
  })

  test('is the business of whoever takes care of it; what was read is nobody’s', async () => {
    const { as, own, ours } = stage
    await as.rita.post(`${buyer}/messages`, { text: 'And the plate?' })
    await asService(world.database, (tx) => tx.execute(sql`delete from notices_sent`))
    await as.olga.patch(team, { assignee: await memberId(as.olga, ours, cast.theo.name) })
    await look(own.olga, 'messages')
    await untilMailed(cast.theo.email, 2)
    await as.theo.post(`${team}/messages`, { text: 'Both are' })
    await asService(world.database, (tx) => tx.execute(sql`delete from notices_sent`))
    await look(own.olga, 'messages')
    await look(own.rita, 'replies')
    await untilMailed(cast.rita.email, 1)
    expect(await mails(cast.theo.email)).toHaveLength(2)
    expect(await mails(cast.selma.email)).toHaveLength(1)
  })

  test('stands in the bell of those who may act on it, unless they do not want it', async () => {
    const { as, ours, fox } = stage
    await as.rita.post(`${buyer}/messages`, { text: 'And the vase?' })
    const kinds = async (who: 'olga' | 'theo' | 'selma' | 'rita', account: string) =>
      (await as[who].get(`${account}/needs`)).body.items.map(({ kind }: { kind: string }) => kind)
    expect(await kinds('theo', ours)).toContain('messages')
    expect(await kinds('selma', ours), 'it is in Théo’s care').not.toContain('messages')
    await as.theo.patch('/me/notices', { kind: 'messages', bell: false })
    expect(await kinds('theo', ours)).not.toContain('messages')
    await as.theo.patch('/me/notices', { kind: 'messages', bell: true })
    await as.theo.post(`${team}/messages`, { text: 'The vase, too' })
    expect(await kinds('rita', fox)).toEqual(['replies'])
    expect((await as.bruno.get(`${ours}/needs`)).status).toBe(404)
  })
})

describe('when access ends', () => {
  test('customers in one’s care are the Owner’s, visibly, and a queued mail of them is gone', async () => {
    const { as, ours } = stage
    const theo = await memberId(as.olga, ours, cast.theo.name)
    await as.olga.patch(team, { assignee: theo })
    const account = stage.own.olga
    const unsent = () =>
      asService(world.database, (tx) => rows(tx, sql`select id from mails where id = 'mai_x'`))
    await asService(world.database, (tx) =>
      tx.execute(sql`insert into mails (id, account_id, address, kind, language, sealed)
        values ('mai_x', ${account}, ${cast.theo.email}, 'waiting_messages', 'fr', '')`),
    )
    expect(await unsent()).toHaveLength(1)
    await as.olga.delete(`${ours}/members/${theo}`)
    expect(await unsent()).toEqual([])
    expect((await as.olga.get(team)).body.assignee.name).toBe(cast.olga.name)
    expect((await as.olga.get(`${team}/entries`)).body.items.at(-1)).toMatchObject({
      kind: 'assigned',
      side: 'clock',
      text: cast.olga.name,
    })
    expect((await as.theo.get(team)).status).toBe(404)
  })
})
