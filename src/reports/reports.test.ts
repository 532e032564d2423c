import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../cast/trade-with-fox.ts'
import {
  acceptedIban,
  bookEarnings,
  completeOrder,
  readLedgerBooks,
  simplePricingEnvironment,
} from '../../test/support/money-fixtures.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { bookTransfer, reverseTransfers } from '../ledger/ledger.ts'
import { serviceTransaction } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import type { RunningServer } from '../server/start.ts'

/* What Maison Ours sold to Fox & Fern around New Year, as its Admin Marc sees it. The platform's fee is 10 %. */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast(simplePricingEnvironment, 'without jobs'))
  market = await openTradeWithFox(stage)
})
afterAll(() => world.stop())

const marc = async (path: string, headers = {}) => {
  const { status, body } = await stage.as.marc.get(`${stage.ours}${path}`, headers)
  expect([path, status]).toEqual([path, 200])
  return body
}
const sales = (query = '') => marc(`/reports/sales?${query}`)
const balance = () => marc('/ledger/balance')
const refund = (order: string, amount: number) =>
  stage.as.olga.post(`${stage.ours}/orders/${order}/refunds`, { amount })

/** Moves all bookings of an order to this time. */
const happened = (order: string, moment: string) =>
  serviceTransaction(world.database, async (tx) => {
    await tx.execute(sql`set local session_replication_role = 'replica'`)
    await tx.execute(sql`update transfers set created_at = ${moment} where order_id = ${order}`)
    await tx.execute(sql`update orders set paid_at = ${moment} where id = ${order}`)
  })

type Line = Record<string, string>
const read = (csv: string): Line[] => parse(csv, { bom: true, columns: true })
const sumOf = (lines: Line[], column: string) =>
  lines.reduce((sum, line) => sum + Math.round(Number(line[column]) * 100), 0)

test('reports are empty before the first sale', async () => {
  const none = { orders: 0, gross: 0, refunds: 0, fees: 0, labels: 0, net: 0 }
  expect(await sales()).toEqual({ currency: 'EUR', totals: none, days: [] })
  for (const list of ['/reports/products', '/reports/buyers', '/ledger'])
    expect(await marc(list)).toEqual({ items: [], next: null })
  expect(await balance()).toEqual({ pending: 0, available: 0, currency: 'EUR' })
})

describe('sales', () => {
  test('count a sale, its fee, its refunds and the refunded part of the fee', async () => {
    const { order } = await market.sell({ title: 'Silk scarf', price: 10_000 })
    expect((await sales()).totals).toEqual({
      orders: 1,
      gross: 10_000,
      refunds: 0,
      fees: 1_000,
      labels: 0,
      net: 9_000,
    })
    await refund(order, 2_500)
    const totals = { orders: 1, gross: 10_000, refunds: 2_500, fees: 750, labels: 0, net: 6_750 }
    expect((await sales()).totals).toEqual(totals)
    expect(await balance()).toMatchObject({ pending: 6_750, available: 0 })
    await happened(order, '2025-12-31T23:30:00Z')
  })

  test('are grouped by days that begin at midnight in the reader’s time zone', async () => {
    const days = async (zone: string, more = '') =>
      (await sales(`zone=${zone}${more}`)).days.map(({ day }: { day: string }) => day)
    expect(await days('UTC')).toEqual(['2025-12-31'])
    expect(await days('Europe/Paris')).toEqual(['2026-01-01'])
    expect(await days('America/New_York')).toEqual(['2025-12-31'])
    expect(await days('Europe/Paris', '&to=2025-12-31')).toEqual([])
    expect(await days('Europe/Paris', '&from=2026-01-01&to=2026-01-01')).toEqual(['2026-01-01'])
    expect((await marc('/reports/products?zone=Europe/Paris&to=2025-12-31')).items).toEqual([])
    expect((await marc('/reports/products?zone=UTC&to=2025-12-31')).items).toHaveLength(1)
    expect((await marc('/ledger?zone=UTC&from=2026-01-01&to=2026-01-01')).items).toEqual([])
  })

  test.each([
    ['zone', 'Mars/Olympus', 'zone'],
    ['zone', '+02:00', 'zone'],
    ['from', 'yesterday', 'format'],
    ['from', '2026-02-30', 'format'],
    ['to', '0999-01-01', 'date'],
  ])('are not reported for the %s %s', async (field, value, code) => {
    for (const path of ['reports/sales', 'reports/products.csv', 'ledger']) {
      const query = new URLSearchParams({ [field]: value })
      const { status, body } = await stage.as.marc.get(`${stage.ours}/${path}?${query}`)
      expect([status, body.fields]).toEqual([422, [expect.objectContaining({ field, code })]])
    }
  })

  test('do not count a failed refund as one, or a payout and its return as a sale or cost', async () => {
    const before = (await sales()).totals
    const { order } = await market.sell({ title: 'Leather belt', price: 3_000 })
    const account = stage.own.olga
    await inScope(world.database, { as: 'system', account }, async (tx) => {
      const common = { account, currency: 'EUR', order, cause: 'ref_failed' }
      await bookTransfer(tx, { ...common, kind: 'refund', from: 'pending', to: 'processor', amount: 3_000 })
      await bookTransfer(tx, { ...common, kind: 'fee', from: 'platform', to: 'pending', amount: 300 })
      await reverseTransfers(tx, account, { cause: 'ref_failed', order })
    })
    await completeOrder(world.database, account, order)
    await stage.as.olga.post(`${stage.ours}/payout-details`, { ...acceptedIban, password: castPassword })
    expect((await stage.as.olga.post(`${stage.ours}/payouts`, { amount: 2_000 })).body.status).toBe('paid')
    const { totals } = await sales()
    expect(totals).toEqual({
      ...before,
      orders: before.orders + 1,
      gross: before.gross + 3_000,
      fees: before.fees + 300,
      net: before.net + 2_700,
    })
    const { pending, available } = await balance()
    expect(pending + available).toBe(totals.net - 2_000)
  })
})

describe('the lists of top products and buyers', () => {
  test('order products by revenue, with the title of the latest sale and without cancelled orders', async () => {
    const { product } = await market.sell({ title: 'Ceramic bear', price: 20_000 })
    await stage.as.olga.patch(`${stage.ours}/products/${product}`, { title: 'Ceramic bear, gilded' })
    await stage.as.olga.post(`${stage.ours}/products/${product}/movements`, {
      quantity: 2,
      reason: 'received',
    })
    await stage.as.rita.post(`${stage.fox}/purchases`, {
      seller: stage.own.olga,
      items: [{ product, quantity: 2 }],
    })
    const cancelled = await market.sell({ title: 'Brass lamp', price: 90_000 })
    await serviceTransaction(world.database, (tx) =>
      tx.execute(sql`update orders set status = 'cancelled' where id = ${cancelled.order}`),
    )
    const { items } = await marc('/reports/products')
    expect(
      items.map(({ title, quantity, orders, revenue }: Line) => [title, quantity, orders, revenue]),
    ).toEqual([
      ['Ceramic bear, gilded', 3, 2, 60_000],
      ['Silk scarf', 1, 1, 10_000],
      ['Leather belt', 1, 1, 3_000],
    ])
  })

  test('order buyers by what they spent', async () => {
    const { items } = await marc('/reports/buyers')
    expect(items).toEqual([
      { buyer: stage.own.rita, name: 'Fox & Fern', orders: 4, spent: 73_000, currency: 'EUR' },
    ])
  })
})

describe('the ledger', () => {
  test('shows each transfer with its effect on the balance, by kind and by page', async () => {
    const { items } = await marc('/ledger?kind=payout')
    expect(items).toEqual([
      expect.objectContaining({ kind: 'payout', order: null, code: null, pending: 0, available: -2_000 }),
    ])
    for (let more = 0; more < 30; more++) await bookEarnings(world.database, stage.own.olga, 1 + more)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = await marc(
        `/ledger${next && `?after=${next}`}`,
      )
      expect(page.items.length).toBeLessThanOrEqual(25)
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(seen.length).toBeGreaterThan(40)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await marc('/ledger?after=bm9uZQ')).items).toEqual([])
  })

  test('adds up to the balance in its file and in the database, and all books together add up to zero', async () => {
    const lines = read(await marc('/ledger.csv', { 'accept-language': 'en' }))
    const { pending, available } = await balance()
    expect(pending).toBeGreaterThan(0)
    expect(available).toBeGreaterThan(0)
    expect(sumOf(lines, 'Pending')).toBe(pending)
    expect(sumOf(lines, 'Available')).toBe(available)
    expect(sumOf(lines, 'Balance')).toBe(pending + available)
    const books = await readLedgerBooks(world.database, stage.own.olga)
    expect(books).toMatchObject({ pending, available })
    expect(Object.values(books).reduce((sum, held) => sum + held, 0)).toBe(0)
  })
})

describe('CSV files of reports', () => {
  test('have a file name, and column names in the reader’s language', async () => {
    const french = { 'accept-language': 'fr' }
    const heads = {
      'reports/sales.csv': 'Jour,Commandes,Ventes,Remboursements,Frais,Étiquettes,Net,Devise',
      'reports/products.csv': 'Produit,Identifiant,Vendus,Commandes,Recettes,Devise',
      'reports/buyers.csv': 'Acheteur,Identifiant,Commandes,Dépensé,Devise',
      'ledger.csv': 'Quand (UTC),Type,Commande,Solde,En attente,Disponible,Devise,Identifiant',
    }
    for (const [path, head] of Object.entries(heads)) {
      const { body, headers } = await stage.as.marc.get(`${stage.ours}/${path}`, french)
      expect(body.split('\n')[0]).toBe(`\uFEFF${head}`)
      expect(headers['content-disposition']).toBe(`attachment; filename="${path.split('/').pop()}"`)
    }
    expect(read(await marc('/ledger.csv?kind=payout', french))[0]).toMatchObject({
      Type: 'Versement',
      Solde: '-20',
    })
  })

  test('have the same sums as the page', async () => {
    const { totals } = await sales()
    const lines = read(await marc('/reports/sales.csv'))
    expect(sumOf(lines, 'Sales')).toBe(totals.gross)
    expect(sumOf(lines, 'Net')).toBe(totals.net)
    expect(sumOf(read(await marc('/reports/products.csv')), 'Revenue')).toBe(73_000)
    expect(sumOf(read(await marc('/reports/buyers.csv')), 'Spent')).toBe(73_000)
  })

  test('contain no name that a spreadsheet would run as a formula', async () => {
    await stage.as.rita.patch(stage.fox, { name: '=HYPERLINK("x")' })
    await market.sell({ title: '@SUM(A1)', price: 500 })
    expect(await marc('/reports/products.csv')).toContain("'@SUM(A1)")
    expect(await marc('/reports/buyers.csv')).toContain("'=HYPERLINK")
  })
})

test('a Seller and Support are told whom to ask, and Rita gets a 404', async () => {
  const paths = ['reports/sales', 'reports/products', 'reports/buyers', 'ledger']
  for (const path of [...paths, ...paths.map((path) => `${path}.csv`), 'ledger/balance']) {
    for (const name of ['selma', 'theo'] as const) {
      const { status, body } = await stage.as[name].get(`${stage.ours}/${path}`)
      expect([status, body.permission, body.ask]).toEqual([403, 'reports.view', ['Olga Ours', 'Marc Aubert']])
    }
    expect((await stage.as.rita.get(`${stage.ours}/${path}`)).status).toBe(404)
  }
})
