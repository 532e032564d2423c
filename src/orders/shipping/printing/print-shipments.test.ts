import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInCast } from '../../../../cast/sign-up-cast.ts'
import { openTradeWithFox, type TradeWithFox } from '../../../../cast/trade-with-fox.ts'
import { decodeBarcode, readPdfPages } from '../../../../test/support/read-pdf.ts'
import { openWorldWithCast } from '../../../../test/support/test-world.ts'
import type { RunningServer } from '../../../server/start.ts'
import { trackingCheckDigit } from '../carriers.ts'
import { printableText } from './pdf.ts'

/* Théo, of Support, prints. */
let world: RunningServer
let stage: SignedInCast
let market: TradeWithFox
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  market = await openTradeWithFox(stage)
})
afterAll(() => world.stop())

async function print(path: string, language = 'en') {
  const answer = await world.app.inject({
    method: 'GET',
    url: `/api/v1${stage.ours}/${path}`,
    headers: { cookie: stage.as.theo.cookie, 'accept-language': language },
  })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return readPdfPages(answer.rawPayload)
}
const ship = (id: string, act: string, body: object = {}) =>
  stage.as.theo.post(`${stage.ours}/shipments/${id}/${act}`, body)

async function packed(sale: Parameters<TradeWithFox['sell']>[0] = {}) {
  const sold = await market.sell(sale)
  const { id } = (await stage.as.theo.get(`${stage.ours}/orders/${sold.order}`)).body.shipment
  await ship(id, 'packed')
  return { ...sold, shipment: id as string }
}
/** Decodes the only barcode of a page. The other filled areas are as wide as the page. */
const code = ({ bars }: { bars: [number, number][] }) =>
  decodeBarcode(bars.filter(([, width]) => width < 12 && width !== 11))

test('a label’s barcode is its tracking number; the label has sender, recipient and order, and says that it is the sandbox’s', async () => {
  const { shipment, code: orderCode } = await packed()
  expect((await stage.as.theo.get(`${stage.ours}/shipments/${shipment}/label.pdf`)).body.code).toBe('not_now')
  const { tracking } = (await ship(shipment, 'label')).body
  const [page, ...more] = await print(`shipments/${shipment}/label.pdf`)
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
  const [inFrench] = await print(`shipments/${shipment}/label.pdf`, 'fr')
  expect(inFrench?.texts).toContain('BAC À SABLE — sans valeur postale')
  expect(inFrench?.texts).toContain('ROYAUME-UNI')
  expect((await print(`shipments/${shipment}/label.pdf?language=fr`))[0]?.texts).toContain('ROYAUME-UNI')
})

test('a packing slip lists the contents without prices, and its barcode is the order’s code', async () => {
  const { shipment, code: orderCode } = await packed({
    title: 'Bol « à l’ours » n° 2',
    sku: 'MO-402',
    quantity: 3,
  })
  const [page] = await print(`shipments/${shipment}/slip.pdf`, 'fr')
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

test('a long packing slip continues on further pages', async () => {
  const orders = []
  for (let count = 0; count < 14; count++) orders.push(await market.sell({ title: `Bear no ${count + 1}` }))
  const { shipment } = (await stage.as.theo.get(`${stage.ours}/orders/${orders[0]?.order}`)).body
  const pages = await print(`shipments/${shipment.id}/slip.pdf`)
  expect(pages.length).toBe(2)
  const words = pages.map(({ texts }) => texts.join('\n')).join('\n')
  for (let count = 1; count <= 14; count++) expect(words).toContain(`Bear no ${count}`)
  await ship(shipment.id, 'packed')
})

test('one file contains many labels in the requested order, and only those of our carrier', async () => {
  const [one, two, own] = [await packed(), await packed(), await packed()]
  const numbers: string[] = []
  for (const { shipment } of [one, two]) numbers.push((await ship(shipment, 'label')).body.tracking)
  await ship(own.shipment, 'tracking', { carrier: 'ups', number: '1Z999AA10123456784' })
  const ids = [two, own, one].map(({ shipment }) => shipment.replace('shp_', '')).join(',')
  const pages = await print(`shipments-labels.pdf?ids=${ids}`)
  expect(pages.map((page) => code(page))).toEqual([...numbers].reverse())
  expect((await print(`shipments-slips.pdf?ids=${ids}`)).length).toBe(3)
  // Without ids: the shipments that have not left yet.
  const waiting = (await print('shipments-labels.pdf')).map((page) => code(page))
  expect(waiting.slice(-2)).toEqual(numbers)
  const none = await print(`shipments-labels.pdf?ids=${own.shipment},shp_of_somebody_else`)
  expect(none[0]?.texts.join(' ')).toContain('There is no label to print')
})

test('a tracking number has the postal union’s check digit, and letters outside Western Europe lose only their marks', () => {
  expect(trackingCheckDigit('12345678')).toBe(5)
  expect(trackingCheckDigit('47312482')).toBe(9)
  expect(printableText('Élodie d’Œuvre, 12 €')).toBe('Élodie d’Œuvre, 12 €')
  expect(printableText('Łukasz Żak, Đorđe, Ștefan, Nguyễn')).toBe('Lukasz Zak, Dorde, Stefan, Nguyen')
  expect(printableText('日本')).toBe('??')
})
