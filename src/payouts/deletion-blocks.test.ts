import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCardAndAddress, castAddresses, sandboxCards } from '../../cast/cards-and-addresses.ts'
import { castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../cast/trade-with-fox.ts'
import {
  acceptedIban,
  completeOrder,
  readLedgerBooks,
  settleOpenTrade,
  simplePricingEnvironment,
} from '../../test/support/money-fixtures.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { eraseAccountsWorker } from '../accounts/close-account.ts'
import { deleteProductPhotoFiles } from '../inventory/product-photos.ts'
import { queryRows, serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'

/*
 * An account can be deleted only when nobody waits for anything from it, and the other side of its trade keeps its
 * records.
 */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
let order: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast(simplePricingEnvironment))
  market = await openTradeWithFox(stage)
})
afterAll(() => world.stop())

const removeOurs = () => stage.as.olga.delete(stage.ours, { password: castPassword })
const blocksOf = async (who: 'olga' | 'rita') => {
  const { status, body } = await stage.as[who].delete(who === 'olga' ? stage.ours : stage.fox, {
    password: castPassword,
  })
  expect([status, body.code]).toEqual([409, 'deletion_blocked'])
  return body.blocks
}

describe('while something is open', () => {
  test('neither the seller nor the buyer can delete their account, and each is told why', async () => {
    order = (await market.sell({ price: 10_000 })).order
    expect(await blocksOf('olga')).toEqual([
      { what: 'orders', count: 1 },
      { what: 'balance', pending: 9_000, available: 0, currency: 'EUR' },
    ])
    expect(await blocksOf('rita')).toEqual([{ what: 'orders', count: 1 }])
    const said = async (language: string) =>
      (
        await world.app.inject({
          method: 'DELETE',
          url: `/api/v1${stage.ours}`,
          headers: { cookie: stage.as.olga.cookie, 'accept-language': language },
          payload: { password: castPassword },
        })
      ).json().detail
    expect(await said('en')).toBe(
      'The account cannot be deleted yet: 1 order is open and a balance of €90.00 is left.',
    )
    expect(await said('fr')).toBe(
      'Le compte ne peut pas encore être supprimé : 1 commande est en cours et il reste un solde de 90,00 €.',
    )
    expect((await stage.as.marc.get(stage.ours)).status).toBe(200)
  })

  test('the password is checked first', async () => {
    expect((await stage.as.olga.delete(stage.ours, {})).status).toBe(428)
    expect((await stage.as.olga.delete(stage.ours, { password: 'not hers' })).body.blocks).toBeUndefined()
  })

  test('a refund that the bank has not made prevents the deletion of the seller’s account', async () => {
    await completeOrder(world.database, stage.own.olga, order)
    const refund = (status: string) =>
      serviceTransaction(world.database, (tx) =>
        tx.execute(sql`insert into refunds (account_id, buyer_id, id, order_id, amount, currency, status, person_name)
          values (${stage.own.olga}, ${stage.own.rita}, 'ref_x', ${order}, 1, 'EUR', ${status}, 'Olga')
          on conflict (account_id, id) do update set status = ${status}`),
      )
    await refund('pending')
    expect((await blocksOf('olga'))[0]).toEqual({ what: 'orders', count: 1 })
    await refund('failed')
  })

  test('a balance alone prevents the deletion until it is paid out', async () => {
    expect(await blocksOf('olga')).toEqual([
      { what: 'balance', pending: 0, available: 9_000, currency: 'EUR' },
    ])
    await stage.as.olga.post(`${stage.ours}/payout-details`, { ...acceptedIban, password: castPassword })
    await stage.as.olga.post(`${stage.ours}/payouts`, { amount: 9_000 })
    await serviceTransaction(world.database, (tx) => tx.execute(sql`update payouts set status = 'started'`))
    expect(await blocksOf('olga')).toEqual([{ what: 'payouts', count: 1 }])
    await serviceTransaction(world.database, (tx) => tx.execute(sql`update payouts set status = 'paid'`))
    expect((await removeOurs()).status).toBe(200)
    expect((await stage.as.olga.post(`${stage.ours}/restore`)).status).toBe(200)
  })

  test('a purchase and a deletion at the same moment cannot both succeed', async () => {
    const bought: number[] = []
    for (let race = 0; race < 6; race++) {
      const title = `Race ${race}`
      const made = await stage.as.olga.post(`${stage.ours}/products`, { title, price: 100, quantity: 1 })
      const items = [{ product: made.body.id, quantity: 1 }]
      const [buying, removing] = await Promise.all([
        stage.as.rita.post(`${stage.fox}/purchases`, { seller: stage.own.olga, items }),
        removeOurs(),
      ])
      expect([buying.status, removing.status].sort()).toEqual(buying.status === 201 ? [201, 409] : [200, 404])
      bought.push(buying.status)
      if (removing.status === 200) await stage.as.olga.post(`${stage.ours}/restore`)
      await settleOpenTrade(world.database, stage.own.olga)
    }
    expect(bought).toHaveLength(6)
  })
})

describe('once an account is erased', () => {
  const erase = async (account: string) => {
    await world.database.db.execute(sql`update accounts set erase_at = now() where id = ${account}`)
    await eraseAccountsWorker(world.database, deleteProductPhotoFiles).run({} as never, { lastTry: false })
    expect(await queryRows(world.database.db, sql`select id from accounts where id = ${account}`)).toEqual([])
  }
  const sum = (books: Record<string, number>) => Object.values(books).reduce((all, held) => all + held, 0)

  test('the buyer keeps the purchase from it, and the ledger remains', async () => {
    const books = await readLedgerBooks(world.database)
    expect(books.bank).toBeGreaterThan(0)
    await removeOurs()
    await erase(stage.own.olga)
    const { items } = (await stage.as.rita.get(`${stage.fox}/purchases`)).body
    const kept = items.find(({ id }: { id: string }) => id === order)
    expect(kept).toMatchObject({
      seller: stage.own.olga,
      sellerName: null,
      total: 10_000,
      status: 'completed',
    })
    expect((await stage.as.rita.get(`${stage.fox}/purchases/${order}`)).status).toBe(200)
    expect(await readLedgerBooks(world.database)).toEqual(books)
    expect(sum(books)).toBe(0)
    for (const table of ['payout_details', 'products', 'activity'])
      expect(
        await queryRows(
          world.database.db,
          sql`select from ${sql.identifier(table)} where account_id = ${stage.own.olga}`,
        ),
      ).toEqual([])
    expect(await queryRows(world.database.db, sql`select id from payouts`)).toHaveLength(1)
  })

  test('the seller keeps the orders that it placed, without its name and address', async () => {
    const { selma, bruno } = stage.as
    const [hers, his] = [`/accounts/${stage.own.selma}`, `/accounts/${stage.own.bruno}`]
    const sold = await boughtBy('bruno')
    await completeOrder(world.database, stage.own.selma, sold)
    expect((await selma.get(`${hers}/reports/buyers`)).body.items[0].name).toBe('Bruno Petit')
    const books = await readLedgerBooks(world.database)
    expect((await bruno.delete(his, { password: castPassword })).status).toBe(200)
    await erase(stage.own.bruno)
    const seen = await selma.get(`${hers}/orders/${sold}`)
    expect(seen.body).toMatchObject({ buyerName: null, address: null, total: 700 })
    expect(JSON.stringify(seen.body)).not.toMatch(/Bruno|Capucins/)
    expect((await selma.get(`${hers}/orders`)).body.items[0].buyerName).toBeNull()
    const [buyer] = (await selma.get(`${hers}/reports/buyers`)).body.items
    expect(buyer).toMatchObject({ name: null, spent: 700 })
    const csv = (await selma.get(`${hers}/reports/buyers.csv`, { 'accept-language': 'fr' })).body
    expect(csv).toContain('Compte supprimé')
    expect(await readLedgerBooks(world.database)).toEqual(books)
  })

  /** Selma sells something from her own small shop. */
  async function boughtBy(name: 'bruno'): Promise<string> {
    const his = `/accounts/${stage.own[name]}`
    await addCardAndAddress(stage.as[name], his, sandboxCards.good, castAddresses.lyon)
    const path = `/accounts/${stage.own.selma}/products`
    const made = await stage.as.selma.post(path, { title: 'Postcard', price: 700, quantity: 1 })
    const items = [{ product: made.body.id, quantity: 1 }]
    return (await stage.as[name].post(`${his}/purchases`, { seller: stage.own.selma, items })).body.id
  }
})
