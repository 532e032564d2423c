import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { NotificationKind } from '../notifications/notification-settings.ts'
import { reminderAfterMinutes, reminderWorker } from '../notifications/reminders.ts'
import { queryRows, serviceTransaction } from '../platform/database/database.ts'
import { makeSendMail } from '../platform/mail/queue-mail.ts'
import type { RunningServer } from '../server/start.ts'
import { buyerReplyWaits, teamMessageWaits } from './message-notifications.ts'

let world: RunningServer
let stage: SignedInCast
/** Fox & Fern's conversation with Maison Ours: the paths for the team and for the buyer's account. */
let team: string
let buyer: string
let id: string

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  const { as, fox, ours } = stage
  const shop = cast.olga.username
  const begun = await as.rita.post(`${fox}/buyer-conversations`, { shop, text: 'Is the bear safe?' })
  id = begun.body.conversation
  team = `${ours}/conversations/${id}`
  buyer = `${fox}/buyer-conversations/${id}`
})
afterAll(() => world.stop())

describe('nobody', () => {
  test('can write to their own shop, or to one that does not exist', async () => {
    const { as, ours } = stage
    const to = (shop: string) => as.olga.post(`${ours}/buyer-conversations`, { shop, text: 'Hello me' })
    expect((await to(cast.olga.username)).body.code).toBe('own_shop')
    expect((await to('nobody-at-all')).status).toBe(404)
  })

  test('can read or write in the conversation of two other accounts', async () => {
    const { as, own } = stage
    for (const path of [
      `/accounts/${own.selma}/conversations/${id}`,
      `/accounts/${own.selma}/buyer-conversations/${id}`,
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
    ['something other than text', { text: { html: '<b>' } }],
    ['a malformed key', { text: 'x', key: 'short' }],
    ['an unknown field', { text: 'x', html: true }],
  ])('can write %s', async (_, input) => {
    expect((await stage.as.rita.post(`${buyer}/messages`, input)).status).toBe(422)
  })
})

describe('a message that has waited for ten minutes', () => {
  type Mail = { to: string; subject: string; text: string }
  const mails = async (to: string) =>
    ((await stage.as.olga.get('/mailbox', { accept: 'application/json' })).body.items as Mail[]).filter(
      (mail) => mail.to === to && mail.text.includes(`/messages/${id}`),
    )
  const queued = () =>
    serviceTransaction(world.database, (tx) =>
      queryRows<{ kind: NotificationKind; account: string; minutes: number }>(
        tx,
        sql`select data ->> 'kind' as kind, data ->> 'account' as account,
            round(extract(epoch from start_after - created_on) / 60)::int as minutes
          from pgboss.job where name = 'waiting' and data ->> 'subject' = ${id}`,
      ),
    )
  /** Runs the job that the queue runs after the delay. */
  const look = (account: string, kind: NotificationKind) =>
    reminderWorker(world.database, makeSendMail('a secret of the tests, long enough'), {
      messages: teamMessageWaits,
      replies: buyerReplyWaits,
    }).run({ account, kind, subject: id } as never, { lastTry: false })
  const untilMailed = (to: string, count: number) =>
    vi.waitFor(async () => expect(await mails(to)).toHaveLength(count), { timeout: 20_000, interval: 25 })

  test('is mailed once to the members who may answer and want the mail, without its text', async () => {
    const { as, own } = stage
    expect(await queued()).toMatchObject([
      { kind: 'messages', account: own.olga, minutes: reminderAfterMinutes },
    ])
    await as.marc.patch('/me/notification-settings', { kind: 'messages', mail: false })
    await look(own.olga, 'messages')
    await look(own.olga, 'messages')
    await untilMailed(cast.selma.email, 1)
    await untilMailed(cast.theo.email, 1)
    expect(await mails(cast.marc.email)).toEqual([])
    const [mail] = await mails(cast.selma.email)
    expect(mail?.subject).toBe('Fox & Fern is waiting for an answer from Maison Ours')
    expect(mail?.text).toContain(`/dashboard/${own.olga}/messages/${id}`)
    expect(mail?.text).not.toContain('bear')
  })

  test('is mailed only to the assigned member, and to nobody once it is read', async () => {
    const { as, own, ours } = stage
    await as.rita.post(`${buyer}/messages`, { text: 'And the plate?' })
    await serviceTransaction(world.database, (tx) =>
      tx.execute(sql`update reminders_sent set at = at - interval '1 hour'`),
    )
    await as.olga.patch(team, { assignee: await findMemberId(as.olga, ours, cast.theo.name) })
    await look(own.olga, 'messages')
    await untilMailed(cast.theo.email, 2)
    await as.theo.post(`${team}/messages`, { text: 'Both are' })
    await serviceTransaction(world.database, (tx) =>
      tx.execute(sql`update reminders_sent set at = at - interval '1 hour'`),
    )
    await look(own.olga, 'messages')
    await look(own.rita, 'replies')
    await untilMailed(cast.rita.email, 1)
    expect(await mails(cast.theo.email)).toHaveLength(2)
    expect(await mails(cast.selma.email)).toHaveLength(1)
  })

  test('is in the bell of those who may act on it, unless they have switched that off', async () => {
    const { as, ours, fox } = stage
    await as.rita.post(`${buyer}/messages`, { text: 'And the vase?' })
    const kinds = async (who: 'olga' | 'theo' | 'selma' | 'rita', account: string) =>
      (await as[who].get(`${account}/notifications`)).body.items.map(({ kind }: { kind: string }) => kind)
    expect(await kinds('theo', ours)).toContain('messages')
    expect(await kinds('selma', ours), 'it is in Théo’s care').not.toContain('messages')
    await as.theo.patch('/me/notification-settings', { kind: 'messages', bell: false })
    expect(await kinds('theo', ours)).not.toContain('messages')
    await as.theo.patch('/me/notification-settings', { kind: 'messages', bell: true })
    await as.theo.post(`${team}/messages`, { text: 'The vase, too' })
    expect(await kinds('rita', fox)).toEqual(['replies'])
    expect((await as.bruno.get(`${ours}/notifications`)).status).toBe(404)
  })
})

describe('in late or unusual requests', () => {
  const answer = (text: string, more: object) => stage.as.olga.post(`${team}/messages`, { text, ...more })
  const asks = (text: string) => stage.as.rita.post(`${buyer}/messages`, { text })

  test('an answer marks only what its sender has seen as read', async () => {
    const { body } = await asks('One')
    await asks('Two')
    expect((await answer('To the first', { seen: body.position })).status).toBe(201)
    expect((await stage.as.olga.get(team)).body).toMatchObject({ unread: true, read: body.position })
    await stage.as.olga.post(`${team}/read`, { number: 2_000_000_000 })
    expect((await stage.as.olga.get(team)).body.unread).toBe(false)
  })

  test('one key cannot be used for a message and for a note', async () => {
    const said = { text: 'the same words', key: 'one-key-for-all' }
    expect((await stage.as.olga.post(`${team}/notes`, said)).status).toBe(201)
    expect(await answer(said.text, { key: said.key })).toMatchObject({
      status: 422,
      body: { code: 'key_reused' },
    })
  })

  test('numbers and cursors that do not exist are refused, or lead to the first page', async () => {
    const { as, ours } = stage
    expect((await as.rita.post(`${buyer}/read`, { number: 3_000_000_000 })).status).toBe(422)
    expect((await as.rita.post(`${buyer}/read`, { number: 2_000_000_000 })).status).toBe(200)
    for (const at of ['+275760-01-01T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', 'x']) {
      const after = Buffer.from(`${at}\ncnv_x`).toString('base64url')
      expect((await as.olga.get(`${ours}/conversations?after=${after}`)).body.items).toHaveLength(1)
    }
    expect((await as.olga.patch(team, {})).status).toBe(422)
    expect((await as.olga.patch(team, { closed: true, unread: true })).status).toBe(422)
  })

  test('invisible characters are removed, and characters that reverse the text are refused', async () => {
    const pasted = await asks('one\u200Btwo\u00AD \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} \u200F')
    expect(pasted.body.text).toBe('onetwo \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} \u200F')
    expect((await asks('safe\u202Egnp.exe')).status).toBe(422)
  })
})

describe('when access ends', () => {
  const account = () => stage.own.olga
  const insert = (statement: ReturnType<typeof sql>) =>
    serviceTransaction(world.database, (tx) => tx.execute(statement))

  test('the member’s conversations are visibly assigned to the Owner, and queued mails to the member are deleted', async () => {
    const { as, ours } = stage
    const theo = await findMemberId(as.olga, ours, cast.theo.name)
    await as.olga.patch(team, { assignee: theo })
    const { assignee } = (await as.olga.get(team)).body
    const unsent = () =>
      serviceTransaction(world.database, (tx) => queryRows(tx, sql`select id from mails where id = 'mai_x'`))
    await insert(sql`insert into reminders_sent (account_id, person_id, kind, at)
      values (${account()}, ${assignee.person}, 'messages', now()) on conflict do nothing`)
    await insert(sql`insert into mails (id, account_id, address, kind, language, sealed)
      values ('mai_x', ${account()}, ${cast.theo.email}, 'waiting_messages', 'fr', '')`)
    expect(await unsent()).toHaveLength(1)
    // Ten thousand other conversations, half of them closed.
    await insert(sql`insert into conversations (account_id, buyer_id, id, buyer_name, assignee_id, closed_at)
      select ${account()}, 'acc_b' || n, 'cnv_b' || n, 'B', ${assignee.person}, case when n % 2 = 0 then now() end
      from generate_series(1, 10000) n`)
    expect((await as.olga.delete(`${ours}/members/${theo}`)).status).toBe(200)
    expect(await unsent()).toEqual([])
    expect((await as.olga.get(team)).body.assignee.name).toBe(cast.olga.name)
    expect((await as.olga.get(`${team}/entries`)).body.items.at(-1)).toMatchObject({
      kind: 'assigned',
      side: 'clock',
      person: { name: cast.theo.name },
      text: cast.olga.name,
    })
    const left = await serviceTransaction(world.database, (tx) =>
      queryRows<{ theos: number; owners: number; told: number }>(
        tx,
        sql`select count(*) filter (where assignee_id = ${assignee.person})::int as theos,
          count(*) filter (where assignee_name = ${cast.olga.name} and id like 'cnv_b%')::int as owners,
          (select count(*)::int from conversation_entries where conversation_id like 'cnv_b%') as told
          from conversations where account_id = ${account()}`,
      ),
    )
    expect(left).toEqual([{ theos: 0, owners: 5000, told: 5000 }])
    expect((await as.theo.get(team)).status).toBe(404)
  })
})
