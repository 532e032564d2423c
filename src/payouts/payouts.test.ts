import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksTo } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { cast, password } from '../../cast/people.ts'
import { type Trade, trade } from '../../cast/trade.ts'
import { iban as account, arrives, closedIban, earn, plainPrices } from '../../test/money.ts'
import { openWorld, secret } from '../../test/world.ts'
import { rows } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { sandbox } from '../payments/sandbox.ts'
import type { Running } from '../start.ts'
import { start } from './payouts.ts'
import { payoutWorker } from './settling.ts'

/* Olga sends what Maison Ours earned to her bank. */
let world: Running
let stage: Stage
let market: Trade
beforeAll(async () => {
  world = await openWorld(plainPrices)
  stage = await loadCast(world.app)
  market = await trade(stage)
})
afterAll(() => world.stop())

const iban = { ...account, password }
const closed = { ...closedIban, password }
const us = { kind: 'us', holder: 'Olga Ours', routing: '110000000', account: '000123456789', password }
const where = () => `${stage.ours}/payout-details`
const payouts = () => `${stage.ours}/payouts`
const balance = async () => (await stage.as.olga.get(`${payouts()}/balance`)).body
const pay = (amount: number, headers = {}) => stage.as.olga.post(payouts(), { amount }, headers)

describe('where payouts go', () => {
  test('is nowhere at first', async () => {
    expect((await stage.as.olga.get(where())).body).toEqual({ details: null })
    expect((await pay(1)).body.code).toBe('no_payout_details')
  })

  test.each([
    ['iban', 'XX89370400440532013000', 'iban_country'],
    ['iban', 'DE8937040044053201300', 'iban_length'],
    ['iban', 'DE89370400440532013001', 'iban_checksum'],
    ['iban', 'DE8937040044053201300O', 'iban'],
    ['iban', '', 'iban'],
    ['holder', '', 'too_short'],
    ['kind', 'cheque', 'format'],
  ])('the %s %s is refused as %s', async (field, value, code) => {
    const { status, body } = await stage.as.olga.post(where(), { ...iban, [field]: value })
    expect([status, body.fields]).toEqual([422, [expect.objectContaining({ field, code })]])
    expect(body.fields[0].message).not.toBe('')
  })

  test.each([
    ['routing', '110000001', 'routing'],
    ['routing', '11000000', 'routing'],
    ['account', '123', 'bank_account'],
    ['account', '12345678901234567A', 'bank_account'],
  ])('in the United States, the %s %s is refused as %s', async (field, value, code) => {
    const { body } = await stage.as.olga.post(where(), { ...us, [field]: value })
    expect(body.fields).toEqual([expect.objectContaining({ field, code })])
  })

  test('is changed with the password alone, shown masked, stored sealed, told by mail, and recorded without it', async () => {
    const { password: _, ...without } = iban
    expect((await stage.as.olga.post(where(), without)).status).toBe(428)
    expect((await stage.as.olga.post(where(), { ...iban, password: 'not hers' })).body.code).toBe(
      'wrong_password',
    )
    expect((await stage.as.olga.get(where())).body.details).toBeNull()

    expect((await stage.as.olga.post(where(), us)).body.details).toMatchObject({
      masked: '•••• 6789',
      country: 'US',
    })
    const { body } = await stage.as.olga.post(where(), iban)
    expect(body.details).toMatchObject({
      kind: 'iban',
      holder: 'Olga Ours',
      masked: '•••• 3000',
      country: 'DE',
    })
    const stored = JSON.stringify(await rows(world.database.db, sql`select * from payout_details`))
    expect(stored).toContain('•••• 3000')
    expect(stored).not.toMatch(/3704|0532|123456789/)

    expect((await linksTo(world.app, cast.olga.email))[0]).toContain(`${stage.own.olga}/settings/payouts`)
    const seen = (await stage.as.marc.get(`${stage.ours}/activity?area=money`)).body.items
    expect(seen[0]).toMatchObject({ act: 'money.payout_details_changed', details: {} })
    expect(JSON.stringify(seen)).not.toMatch(/3000|6789/)
  })

  test('can be forgotten, with the password', async () => {
    expect((await stage.as.olga.delete(where(), {})).status).toBe(428)
    expect((await stage.as.olga.delete(where(), { password })).status).toBe(200)
    expect((await stage.as.olga.get(where())).body.details).toBeNull()
    await stage.as.olga.post(where(), iban)
  })
})

describe('a payout', () => {
  test('takes what is available, and nothing that is pending', async () => {
    const { order } = await market.sell({ price: 10_000 })
    expect(await balance()).toEqual({ pending: 9_000, available: 0, currency: 'EUR' })
    expect((await pay(1)).body.code).toBe('balance_too_low')
    await arrives(world.database, stage.own.olga, order)
    expect(await balance()).toEqual({ pending: 0, available: 9_000, currency: 'EUR' })
    for (const amount of [0, -5, 0.5, 9_001]) expect((await pay(amount)).status).toBe(amount > 1 ? 409 : 422)

    const { status, body } = await pay(4_000)
    expect([status, body.status, body.amount, body.destination, body.person]).toEqual([
      201,
      'paid',
      4_000,
      '•••• 3000',
      'Olga Ours',
    ])
    expect(await balance()).toMatchObject({ available: 5_000 })
    expect((await stage.as.olga.get(payouts())).body.items[0]).toEqual(body)
    expect((await stage.as.marc.get(`${stage.ours}/activity?area=money`)).body.items[0].act).toBe(
      'money.payout_started',
    )
  })

  test('is made once under a key, and no two at the same moment take more than there is', async () => {
    const key = { 'idempotency-key': 'first-of-may' }
    const answers = [await pay(1_000, key), await pay(1_000, key)]
    expect(answers.map(({ body }) => body.id)).toEqual([answers[0]?.body.id, answers[0]?.body.id])
    expect((await pay(1_001, key)).body.code).toBe('key_reused')
    expect(await balance()).toMatchObject({ available: 4_000 })
    const raced = await Promise.all([3_000, 3_000, 3_000].map((amount) => pay(amount)))
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await balance()).toMatchObject({ available: 1_000 })
  })

  test('that the bank refuses is available again, once', async () => {
    await earn(world.database, stage.own.olga, 9_000)
    const before = (await balance()).available
    await stage.as.olga.post(where(), closed)
    const key = { 'idempotency-key': 'to-a-closed-account' }
    for (const _ of [1, 2]) expect((await pay(2_000, key)).body.status).toBe('failed')
    expect((await balance()).available).toBe(before)
    const [told] = (await stage.as.marc.get(`${stage.ours}/activity?area=money`)).body.items
    expect(told).toMatchObject({
      act: 'money.payout_failed',
      person: { id: null },
      subject: { name: '•••• 3001' },
    })
    await stage.as.olga.post(where(), iban)
  })

  test('that a crash left behind is settled by the clock, and goes where it was started for', async () => {
    const person = (await stage.as.olga.get('/me')).body.person.id
    const actor = { account: stage.own.olga, accountName: 'Maison Ours', person, name: 'Olga Ours', ip: null }
    const ref = await within(world.database, { as: 'account', account: actor.account, person }, (tx) =>
      start(tx, actor as never, { amount: 500 }),
    )
    const stateOf = async () =>
      (await stage.as.olga.get(payouts())).body.items.find(({ id }: { id: string }) => id === ref.payout)
        .status
    expect(await stateOf()).toBe('started')
    expect((await stage.as.olga.post(where(), us)).body.code).toBe('payout_under_way')
    expect((await stage.as.olga.delete(where(), { password })).body.code).toBe('payout_under_way')
    const vault = { database: world.database, provider: sandbox(world.database), secrets: [secret] }
    const clock = () => payoutWorker(vault).run({} as never, { lastTry: false })
    await clock()
    expect(await stateOf()).toBe('started') // whoever started it may still be at it
    await world.database.db.execute(sql`update payouts set created_at = now() - interval '16 seconds'`)
    await Promise.all([clock(), clock()])
    expect(await stateOf()).toBe('paid')
    expect((await stage.as.olga.post(where(), us)).status).toBe(200)
  })
})

test('nobody but the Owner sees any of it', async () => {
  for (const name of ['marc', 'selma', 'theo'] as const)
    for (const path of [where(), payouts(), `${payouts()}/balance`]) {
      const { status, body } = await stage.as[name].get(path)
      expect([status, body.permission]).toEqual([403, 'payouts.manage'])
    }
})
