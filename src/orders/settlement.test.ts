import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCardAndAddress, connectSandboxCard, sandboxCards } from '../../cast/cards-and-addresses.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { testSecret } from '../../test/support/test-environment.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { Actor } from '../access/gate.ts'
import type { PaymentProvider } from '../payments/provider.ts'
import { queryRows } from '../platform/database/database.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { makePaymentService } from '../server/payment-service.ts'
import type { RunningServer } from '../server/start.ts'
import { reservePurchase } from '../spending/buy.ts'
import { dueRequests, expireRequest } from './cancellation/cancellation-requests.ts'
import { type PaymentService, refreshCharge, settleLeftovers } from './settlement.ts'

/*
 * What remains after a crash, a provider that does not answer, or a request that nobody answers. Fox & Fern buys from
 * Maison Ours.
 */
let world: RunningServer
let stage: SignedInCast
let paymentService: PaymentService
let rita: Actor
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  paymentService = makePaymentService(world.database, { feePercent: 8, secret: testSecret })
  await addCardAndAddress(stage.as.rita, stage.fox)
  const { body } = await stage.as.rita.get('/me')
  rita = {
    person: body.person.id,
    name: 'Rita Fox',
    account: stage.own.rita,
    accountName: 'Fox & Fern',
  } as Actor
})
afterAll(() => world.stop())

const run = <T>(statement: ReturnType<typeof sql>) => queryRows<T>(world.database.db, statement)

async function onSale(quantity = 1): Promise<string> {
  const product = { title: 'Ceramic bear', price: 1600, quantity }
  return (await stage.as.olga.post(`${stage.ours}/products`, product)).body.id
}
const basket = (product: string) => ({ seller: stage.own.olga, items: [{ product, quantity: 1 }] })

/** A purchase whose server stopped directly after the reservation, a minute ago. */
async function reserved(method?: string) {
  const product = await onSale()
  const scope = scopeOf(rita)
  const ref = await inScope(world.database, scope, (db) =>
    reservePurchase(db, rita, { ...basket(product), method }, [{ upTo: 1000, price: 450 }]),
  )
  await run(sql`update charges set created_at = now() - interval '1 minute' where order_id = ${ref.order}`)
  return { ...ref, product }
}
const status = async (order: string) =>
  (await stage.as.rita.get(`${stage.fox}/purchases/${order}`)).body.status as string
const stock = async (product: string) =>
  (await stage.as.olga.get(`${stage.ours}/products/${product}`)).body.quantity as number

/** A payment service whose provider behaves differently in the given methods. */
const with_ = (odd: (bank: PaymentProvider) => Partial<PaymentProvider>): PaymentService => ({
  ...paymentService,
  provider: { ...paymentService.provider, ...odd(paymentService.provider) },
})

describe('a purchase that was reserved and not settled', () => {
  test('is settled once by the job, however many nodes run it', async () => {
    const { order } = await reserved()
    expect(await status(order)).toBe('pending')
    await Promise.all([settleLeftovers(paymentService), settleLeftovers(paymentService)])
    expect(await status(order)).toBe('pending_fulfillment')
    const sales = await run(
      sql`select amount::int from transfers where order_id = ${order} and kind = 'sale'`,
    )
    expect(sales).toEqual([{ amount: 2050 }])
  })

  test('is not charged again if the bank had charged and its answer was lost', async () => {
    const { seller, order } = await reserved()
    const deaf = with_((bank) => ({
      charge: async (charge) => {
        await bank.charge(charge)
        throw new Error('connection reset')
      },
    }))
    await expect(refreshCharge(deaf, { seller, order })).rejects.toThrow('reset')
    expect(await status(order)).toBe('pending')
    await settleLeftovers(paymentService)
    expect(await status(order)).toBe('pending_fulfillment')
    expect(await run(sql`select count(*)::int as count from sandbox_bank where key = ${order}`)).toEqual([
      { count: 1 },
    ])
  })

  test('long ago is cancelled if it never reached the bank, and the stock is returned', async () => {
    const { order, product } = await reserved()
    await run(sql`update charges set expires_at = now() - interval '1 second' where order_id = ${order}`)
    await settleLeftovers(paymentService)
    expect([await status(order), await stock(product)]).toEqual(['failed', 1])
    expect(await run(sql`select key from sandbox_bank where key = ${order}`)).toEqual([])
  })

  test('is cancelled, at the bank as well, if it is not confirmed in time', async () => {
    const method = await connectSandboxCard(stage.as.rita, stage.fox, sandboxCards.confirm)
    const { order, product } = await reserved(method)
    await settleLeftovers(paymentService)
    expect([await status(order), await stock(product)]).toEqual(['pending', 0])
    await run(sql`update charges set expires_at = now() - interval '1 second' where order_id = ${order}`)
    await settleLeftovers(paymentService)
    expect([await status(order), await stock(product)]).toEqual(['failed', 1])
    const late = await stage.as.rita.post(`${stage.fox}/purchases/${order}/confirmation`, { approve: true })
    expect(late.body.decline).toBe('not_confirmed')
  })

  test('does not delay the others if it cannot be settled', async () => {
    const [one, other] = [await reserved(), await reserved()]
    const sick = with_((bank) => ({
      charge: (charge) =>
        charge.key === one.order ? Promise.reject(new Error('no answer')) : bank.charge(charge),
    }))
    await settleLeftovers(sick)
    expect([await status(one.order), await status(other.order)]).toEqual(['pending', 'pending_fulfillment'])
    await settleLeftovers(paymentService)
    expect(await status(one.order)).toBe('pending_fulfillment')
  })
})

describe('a cancellation request', () => {
  const asked = async (quantity = 1) => {
    const product = await onSale(quantity)
    const { id } = (await stage.as.rita.post(`${stage.fox}/purchases`, basket(product))).body
    const answer = await stage.as.rita.post(`${stage.fox}/purchases/${id}/cancellation`, {
      reason: 'Ordered by mistake',
    })
    const { items } = (await stage.as.theo.get(`${stage.ours}/cancellations`)).body
    const request = items.find(({ order }: { order: string }) => order === id)
    return { product, order: id, answer, request, path: `${stage.ours}/cancellations/${request?.id}` }
  }

  test('can be answered for 48 hours: Support suggests, a Seller accepts, and money and stock are returned', async () => {
    const { product, order, request, path } = await asked()
    expect(Date.parse(request.dueAt) - Date.parse(request.createdAt)).toBe(48 * 3_600_000)
    expect((await stage.as.theo.post(`${path}/accept`)).body.permission).toBe('cancellations.resolve')
    const suggestion = { suggestion: 'accept', note: 'Not packed yet' }
    expect((await stage.as.theo.post(`${path}/suggestion`, suggestion)).body.suggestion).toEqual({
      answer: 'accept',
      note: 'Not packed yet',
      by: 'Théo Blanc',
    })
    expect((await stage.as.selma.post(`${path}/accept`, { answer: 'Of course' })).body.outcome).toBe(
      'accepted',
    )

    const { body } = await stage.as.rita.get(`${stage.fox}/purchases/${order}`)
    expect([body.status, body.refunded, body.shipment]).toEqual(['cancelled', 2050, null])
    expect(await stock(product)).toBe(1)
    const books = sql`select coalesce(sum(case when to_book = 'pending' then amount else -amount end), 0)::int as left
      from transfers where order_id = ${order} and 'pending' in (from_book, to_book)`
    expect(await run(books)).toEqual([{ left: 0 }])
    // The buyer does not see the steps that only the seller's side sees.
    expect(JSON.stringify(body)).not.toMatch(/Not packed yet|Théo|Selma/)
  })

  test('can be made once, within a day of the purchase', async () => {
    const { order } = await asked()
    const again = () =>
      stage.as.rita.post(`${stage.fox}/purchases/${order}/cancellation`, { reason: 'Please' })
    expect((await again()).body.code).toBe('asked_before')
    const product = await onSale()
    const { id } = (await stage.as.rita.post(`${stage.fox}/purchases`, basket(product))).body
    await run(sql`update orders set paid_at = now() - interval '24 hours' where id = ${id}`)
    const late = await stage.as.rita.post(`${stage.fox}/purchases/${id}/cancellation`, { reason: 'Please' })
    expect([late.status, late.body.code]).toEqual([409, 'too_late_to_cancel'])
  })

  test('without an answer expires on time: no answer counts after that, even before the job has run', async () => {
    const { order, path } = await asked()
    await run(sql`update cancellation_requests set due_at = now() where order_id = ${order}`)
    expect((await stage.as.selma.post(`${path}/accept`)).body.code).toBe('cancellation_settled')
    const [due] = await dueRequests(world.database.db as never)
    await inScope(world.database, { as: 'system', account: stage.own.olga }, (tx) =>
      expireRequest(tx, due?.seller as string, due?.request as string),
    )
    expect((await stage.as.selma.get(path)).body.outcome).toBe('expired')
    expect(await status(order)).toBe('pending_fulfillment')
  })
})
