import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCast, type Stage } from '../../cast/load.ts'
import { type Trade, trade } from '../../cast/trade.ts'
import { pagesOf, scanned } from '../../test/pdf.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'
import { checkDigit } from './carriers.ts'
import { printable } from './paper.ts'

/* What Théo, of Support, prints. */
let world: Running
let stage: Stage
let market: Trade
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  market = await trade(stage)
})
afterAll(() => world.stop())

async function print(path: string, language = 'en') {
  const answer = await world.app.inject({
    method: 'GET',
    url: `/api/v1${stage.ours}/${path}`,
    headers: { cookie: stage.as.theo.cookie, 'accept-language': language },
  })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return pagesOf(answer.rawPayload)
}
const ship = (id: string, act: string, body: object = {}) =>
  stage.as.theo.post(`${stage.ours}/shipments/${id}/${act}`, body)

async function packed(sale: Parameters<Trade['sell']>[0] = {}) {
  const sold = await market.sell(sale)
  const { id } = (await stage.as.theo.get(`${stage.ours}/orders/${sold.order}`)).body.shipment
  await ship(id, 'packed')
  return { ...sold, parcel: id as string }
}
/** The bars of a page's one barcode: what else is filled is as wide as the page. */
const code = ({ bars }: { bars: [number, number][] }) =>
  scanned(bars.filter(([, width]) => width < 12 && width !== 11))

test('a label scans as its tracking number, says who, to whom and what, and that it is the sandbox’s', async () => {
  const { parcel, code: orderCode } = await packed()
  expect((await stage.as.theo.get(`${stage.ours}/shipments/${parcel}/label.pdf`)).body.code).toBe('not_now')
  const { tracking } = (await ship(parcel, 'label')).body
  const [page, ...more] = await print(`shipments/${parcel}/label.pdf`)
  expect(more).toEqual([])
  expect(code(page as never)).toBe(tracking)
  expect(page?.texts.filter((text) => text === 'SANDBOX — not valid for postage').length).toBe(2)
  const words = page?.texts.join('\n')
  for (const word of [
    'Maison Ours',
    'Rita Fox',
    '4 Fern Lane',
    'E8 3PN London',
    'UNITED KINGDOM',
    orderCode,
    '0.4 kg',
  ])
    expect(words).toContain(word)
  expect(words).toContain(tracking)
  const [inFrench] = await print(`shipments/${parcel}/label.pdf`, 'fr')
  expect(inFrench?.texts).toContain('BAC À SABLE — sans valeur postale')
  expect(inFrench?.texts).toContain('ROYAUME-UNI')
  expect((await print(`shipments/${parcel}/label.pdf?language=fr`))[0]?.texts).toContain('ROYAUME-UNI')
})

test('a packing slip lists what is in the parcel, without a price, and scans as the order', async () => {
  const { parcel, code: orderCode } = await packed({
    title: 'Bol « à l’ours » n° 2',
    sku: 'MO-402',
    quantity: 3,
  })
  const [page] = await print(`shipments/${parcel}/slip.pdf`, 'fr')
  const words = page?.texts.join('\n')
  for (const word of [
    'Bol « à l’ours » n° 2',
    'MO-402',
    '3 ×',
    '3 articles',
    'Bordereau de colis',
    orderCode,
  ])
    expect(words).toContain(word)
  expect(words).not.toMatch(/16|48|€|EUR/)
  expect(code(page as never)).toBe(orderCode)
})

test('a long slip goes on on further pages', async () => {
  const orders = []
  for (let count = 0; count < 14; count++) orders.push(await market.sell({ title: `Bear no ${count + 1}` }))
  const { shipment } = (await stage.as.theo.get(`${stage.ours}/orders/${orders[0]?.order}`)).body
  const pages = await print(`shipments/${shipment.id}/slip.pdf`)
  expect(pages.length).toBe(2)
  const words = pages.map(({ texts }) => texts.join('\n')).join('\n')
  for (let count = 1; count <= 14; count++) expect(words).toContain(`Bear no ${count}`)
  await ship(shipment.id, 'packed')
})

test('one file holds many labels, in the order asked for, and only those that are ours to print', async () => {
  const [one, two, own] = [await packed(), await packed(), await packed()]
  const numbers: string[] = []
  for (const { parcel } of [one, two]) numbers.push((await ship(parcel, 'label')).body.tracking)
  await ship(own.parcel, 'tracking', { carrier: 'ups', number: '1Z999AA10123456784' })
  const ids = [two, own, one].map(({ parcel }) => parcel.replace('shp_', '')).join(',')
  const pages = await print(`shipments-labels.pdf?ids=${ids}`)
  expect(pages.map((page) => code(page))).toEqual([...numbers].reverse())
  expect((await print(`shipments-slips.pdf?ids=${ids}`)).length).toBe(3)
  // Without ids: those that have not left yet.
  const waiting = (await print('shipments-labels.pdf')).map((page) => code(page))
  expect(waiting.slice(-2)).toEqual(numbers)
  const none = await print(`shipments-labels.pdf?ids=${own.parcel},shp_of_somebody_else`)
  expect(none[0]?.texts.join(' ')).toContain('There is no label to print')
})

test('a tracking number’s check digit is that of the postal union, and other letters lose their marks only', () => {
  expect(checkDigit('12345678')).toBe(5)
  expect(checkDigit('47312482')).toBe(9)
  expect(printable('Élodie d’Œuvre, 12 €')).toBe('Élodie d’Œuvre, 12 €')
  expect(printable('Łukasz Żak, Đorđe, Ștefan, Nguyễn')).toBe('Lukasz Zak, Dorde, Stefan, Nguyen')
  expect(printable('日本')).toBe('??')
})
