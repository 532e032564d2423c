import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailedLinks } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../cast/trade-with-fox.ts'
import {
  acceptedIban as account,
  bookEarnings,
  completeOrder,
  refusedIban,
  simplePricingEnvironment,
} from '../../test/support/money-fixtures.ts'
import { testSecret } from '../../test/support/test-environment.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { makeSandbox } from '../payments/sandbox.ts'
import { queryRows } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { RunningServer } from '../server/start.ts'
import { payoutSettlementWorker } from './payout-settlement.ts'
import { startPayout } from './payouts.ts'

/* Olga sends to her bank what Maison Ours earned. */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast(simplePricingEnvironment))
  market = await openTradeWithFox(stage)
})
afterAll(() => world.stop())

const iban = { ...account, password: castPassword }
const closed = { ...refusedIban, password: castPassword }
const us = {
  kind: 'us',
  holder: 'Olga Ours',
  routing: '110000000',
  account: '000123456789',
  password: castPassword,
}
const where = () => `${stage.ours}/payout-details`
const payouts = () => `${stage.ours}/payouts`
const balance = async () => (await stage.as.olga.get(`${payouts()}/balance`)).body
const pay = (amount: number, headers = {}) => stage.as.olga.post(payouts(), { amount }, headers)

describe('the bank account for payouts', () => {
  test('is not set at first', async () => {
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
  ])('is not accepted with the %s %s: %s', async (field, value, code) => {
    const { status, body } = await stage.as.olga.post(where(), { ...iban, [field]: value })
    expect([status, body.fields]).toEqual([422, [expect.objectContaining({ field, code })]])
    expect(body.fields[0].message).not.toBe('')
  })

  test.each([
    ['routing', '110000001', 'routing'],
    ['routing', '11000000', 'routing'],
    ['account', '123', 'bank_account'],
    ['account', '12345678901234567A', 'bank_account'],
  ])('is not accepted in the United States with the %s %s: %s', async (field, value, code) => {
    const { body } = await stage.as.olga.post(where(), { ...us, [field]: value })
    expect(body.fields).toEqual([expect.objectContaining({ field, code })])
  })

  test('can be changed only with the password, is shown masked and stored sealed, and the change is mailed and recorded', async () => {
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
    const stored = JSON.stringify(await queryRows(world.database.db, sql`select * from payout_details`))
    expect(stored).toContain('•••• 3000')
    expect(stored).not.toMatch(/3704|0532|123456789/)

    expect((await mailedLinks(world.app, cast.olga.email))[0]).toContain(`${stage.own.olga}/settings/payouts`)
    const seen = (await stage.as.marc.get(`${stage.ours}/activity?area=money`)).body.items
    expect(seen[0]).toMatchObject({ act: 'money.payout_details_changed', details: {} })
    expect(JSON.stringify(seen)).not.toMatch(/3000|6789/)
  })

  test('can be removed with the password', async () => {
    expect((await stage.as.olga.delete(where(), {})).status).toBe(428)
    expect((await stage.as.olga.delete(where(), { password: castPassword })).status).toBe(200)
    expect((await stage.as.olga.get(where())).body.details).toBeNull()
    await stage.as.olga.post(where(), iban)
  })
})

describe('a payout', () => {
  test('takes from the available balance, and not from the pending one', async () => {
    const { order } = await market.sell({ price: 10_000 })
    expect(await balance()).toEqual({ pending: 9_000, available: 0, currency: 'EUR' })
    expect((await pay(1)).body.code).toBe('balance_too_low')
    await completeOrder(world.database, stage.own.olga, order)
    expect(await balance()).toEqual({ pending: 0, available: 9_000, currency: 'EUR' })
    for (const amount of [0, -5, 0.5, 9_001]) expect((await pay(amount)).status).toBe(amount > 1 ? 409 : 422)

    const { status, body } = await pay(4_000)
    expect([status, body.status, body.amount, body.destination, body.by]).toEqual([
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

  test('is made once for each key, and two at the same moment cannot take more than the balance', async () => {
    const key = { 'idempotency-key': 'first-of-may' }
    const answers = [await pay(1_000, key), await pay(1_000, key)]
    expect(answers.map(({ body }) => body.id)).toEqual([answers[0]?.body.id, answers[0]?.body.id])
    expect((await pay(1_001, key)).body.code).toBe('key_reused')
    expect(await balance()).toMatchObject({ available: 4_000 })
    const raced = await Promise.all([3_000, 3_000, 3_000].map((amount) => pay(amount)))
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(await balance()).toMatchObject({ available: 1_000 })
  })

  test('that the bank refuses is added back to the balance, once', async () => {
    await bookEarnings(world.database, stage.own.olga, 9_000)
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

  test('that a crash has interrupted is settled by the scheduled job, to the bank account for which it was started', async () => {
    const person = (await stage.as.olga.get('/me')).body.person.id
    const actor = { account: stage.own.olga, accountName: 'Maison Ours', person, name: 'Olga Ours', ip: null }
    const ref = await inScope(world.database, { as: 'account', account: actor.account, person }, (tx) =>
      startPayout(tx, actor as never, { amount: 500 }),
    )
    const stateOf = async () =>
      (await stage.as.olga.get(payouts())).body.items.find(({ id }: { id: string }) => id === ref.payout)
        .status
    expect(await stateOf()).toBe('started')
    expect((await stage.as.olga.post(where(), us)).body.code).toBe('payout_under_way')
    expect((await stage.as.olga.delete(where(), { password: castPassword })).body.code).toBe(
      'payout_under_way',
    )
    const vault = { database: world.database, provider: makeSandbox(world.database), secrets: [testSecret] }
    const clock = () => payoutSettlementWorker(vault).run({} as never, { lastTry: false })
    await clock()
    expect(await stateOf()).toBe('started') // the request that started it may still be running
    await world.database.db.execute(sql`update payouts set created_at = now() - interval '16 seconds'`)
    await Promise.all([clock(), clock()])
    expect(await stateOf()).toBe('paid')
    expect((await stage.as.olga.post(where(), us)).status).toBe(200)
  })
})

test('only the Owner sees payouts and the bank account', async () => {
  for (const name of ['marc', 'selma', 'theo'] as const)
    for (const path of [where(), payouts(), `${payouts()}/balance`]) {
      const { status, body } = await stage.as[name].get(path)
      expect([status, body.permission]).toEqual([403, 'payouts.manage'])
    }
})
