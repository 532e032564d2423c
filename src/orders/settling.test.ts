import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cards, connect, readyToBuy } from '../../cast/buyers.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { openWorld, secret } from '../../test/world.ts'
import type { Actor } from '../door/gate.ts'
import { rows } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import type { Provider } from '../payments/provider.ts'
import { buy } from '../spending/buying.ts'
import type { Running } from '../start.ts'
import { makeTill } from '../till.ts'
import { lapse, overdue } from './cancelling.ts'
import { settleAll, settleCharge, type Till } from './settling.ts'

/* What a crash, a provider that is away, or silence leaves behind. Fox & Fern buys from Maison Ours. */
let world: Running
let stage: Stage
let till: Till
let rita: Actor
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  till = makeTill(world.database, { feePercent: 8, secret })
  await readyToBuy(stage.as.rita, stage.fox)
  const { body } = await stage.as.rita.get('/me')
  rita = {
    person: body.person.id,
    name: 'Rita Fox',
    account: stage.own.rita,
    accountName: 'Fox & Fern',
  } as Actor
})
afterAll(() => world.stop())

const run = <T>(statement: ReturnType<typeof sql>) => rows<T>(world.database.db, statement)

async function onSale(quantity = 1): Promise<string> {
  const product = { title: 'Ceramic bear', price: 1600, quantity }
  return (await stage.as.olga.post(`${stage.ours}/products`, product)).body.id
}
const basket = (product: string) => ({ seller: stage.own.olga, items: [{ product, quantity: 1 }] })

/** A purchase whose server went away as soon as it was reserved, a minute ago. */
async function reserved(method?: string) {
  const product = await onSale()
  const scope = { as: 'account', account: rita.account, person: rita.person } as const
  const ref = await within(world.database, scope, (db) =>
    buy(db, rita, { ...basket(product), method }, [{ upTo: 1000, price: 450 }]),
  )
  await run(sql`update charges set created_at = now() - interval '1 minute' where order_id = ${ref.order}`)
  return { ...ref, product }
}
const status = async (order: string) =>
  (await stage.as.rita.get(`${stage.fox}/purchases/${order}`)).body.status as string
const stock = async (product: string) =>
  (await stage.as.olga.get(`${stage.ours}/products/${product}`)).body.quantity as number

/** A till whose provider does this otherwise. */
const with_ = (odd: (bank: Provider) => Partial<Provider>): Till => ({
  ...till,
  provider: { ...till.provider, ...odd(till.provider) },
})

describe('a purchase that was reserved and not settled', () => {
  test('is settled by the job, once, however many do', async () => {
    const { order } = await reserved()
    expect(await status(order)).toBe('pending')
    await Promise.all([settleAll(till), settleAll(till)])
    expect(await status(order)).toBe('pending_fulfillment')
    const sales = await run(
      sql`select amount::int from transfers where order_id = ${order} and kind = 'sale'`,
    )
    expect(sales).toEqual([{ amount: 2050 }])
  })

  test('is not charged again when the bank had charged and nobody heard it', async () => {
    const { seller, order } = await reserved()
    const deaf = with_((bank) => ({
      charge: async (charge) => {
        await bank.charge(charge)
        throw new Error('connection reset')
      },
    }))
    await expect(settleCharge(deaf, { seller, order })).rejects.toThrow('reset')
    expect(await status(order)).toBe('pending')
    await settleAll(till)
    expect(await status(order)).toBe('pending_fulfillment')
    expect(await run(sql`select count(*)::int as count from sandbox_bank where key = ${order}`)).toEqual([
      { count: 1 },
    ])
  })

  test('long ago, and never arrived at the bank: it is given up, and the stock is back', async () => {
    const { order, product } = await reserved()
    await run(sql`update charges set expires_at = now() where order_id = ${order}`)
    await settleAll(till)
    expect([await status(order), await stock(product)]).toEqual(['failed', 1])
    expect(await run(sql`select key from sandbox_bank where key = ${order}`)).toEqual([])
  })

  test('and not confirmed with the bank in time: it is given up there too', async () => {
    const method = await connect(stage.as.rita, stage.fox, cards.confirm)
    const { order, product } = await reserved(method)
    await settleAll(till)
    expect([await status(order), await stock(product)]).toEqual(['pending', 0])
    await run(sql`update charges set expires_at = now() where order_id = ${order}`)
    await settleAll(till)
    expect([await status(order), await stock(product)]).toEqual(['failed', 1])
    const late = await stage.as.rita.post(`${stage.fox}/purchases/${order}/confirmation`, { approve: true })
    expect(late.body.decline).toBe('not_confirmed')
  })

  test('one that cannot be settled does not hold up the others', async () => {
    const [one, other] = [await reserved(), await reserved()]
    const sick = with_((bank) => ({
      charge: (charge) =>
        charge.key === one.order ? Promise.reject(new Error('no answer')) : bank.charge(charge),
    }))
    await settleAll(sick)
    expect([await status(one.order), await status(other.order)]).toEqual(['pending', 'pending_fulfillment'])
    await settleAll(till)
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

  test('has 48 hours; Support suggests, a Seller accepts, and everything goes back', async () => {
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
    expect([body.status, body.refunded, body.parcel]).toEqual(['cancelled', 2050, null])
    expect(await stock(product)).toBe(1)
    const books = sql`select coalesce(sum(case when to_book = 'pending' then amount else -amount end), 0)::int as left
      from transfers where order_id = ${order} and 'pending' in (from_book, to_book)`
    expect(await run(books)).toEqual([{ left: 0 }])
    // The buyer is not shown what the seller's side said among itself.
    expect(JSON.stringify(body)).not.toMatch(/Not packed yet|Théo|Selma/)
  })

  test('is asked once, within a day of the purchase', async () => {
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

  test('that nobody answered lapses at its hour: whether or not the job has come by, no answer counts', async () => {
    const { order, path } = await asked()
    await run(sql`update cancellation_requests set due_at = now() where order_id = ${order}`)
    expect((await stage.as.selma.post(`${path}/accept`)).body.code).toBe('cancellation_settled')
    const [due] = await overdue(world.database.db as never)
    await within(world.database, { as: 'system', account: stage.own.olga }, (tx) =>
      lapse(tx, due?.seller as string, due?.request as string),
    )
    expect((await stage.as.selma.get(path)).body.outcome).toBe('lapsed')
    expect(await status(order)).toBe('pending_fulfillment')
  })
})
