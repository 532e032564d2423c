import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiClient } from '../../cast/api-client.ts'
import { createProductForShow, scheduleCastShow } from '../../cast/cast-shows.ts'
import { openTradeWithFox } from '../../cast/trade-with-fox.ts'
import { may } from '../../src/permissions.ts'
import { type ApiOperation, type OpenApiDocument, readOperations } from '../support/api-operations.ts'
import { completeOrder, simplePricingEnvironment } from '../support/money-fixtures.ts'
import { buildSampleRequest, operationUrl } from '../support/requests.ts'
import {
  answerText,
  figuresShownIn,
  readRevenueFigures,
  recordLiveEvents,
} from '../support/revenue-figures.ts'
import { type CastWorld, operationSamples } from '../support/samples/operation-samples.ts'
import { openWorldWithCast } from '../support/test-world.ts'

/* Only Olga and Marc may know what Maison Ours earns, and no other member. */
const { world, stage } = await openWorldWithCast(simplePricingEnvironment)
const { app, address, database, stop } = world
const operations = readOperations((await makeApiClient(app).get('/api/openapi.json')).body as OpenApiDocument)
const roles = { olga: 'owner', selma: 'seller', theo: 'support' } as const
type Helper = 'selma' | 'theo'

const theatre: CastWorld = { app, database, ...stage }
/** A show that sold several things. */
let show: string
const pages: Record<string, ReturnType<typeof recordLiveEvents>> = {}
/** All sums at any time so far: the requests of this test change them. */
const figures = new Set<string>()
const learn = async () => {
  for (const figure of Object.values(await readRevenueFigures(theatre))) figures.add(figure)
}

beforeAll(async () => {
  const market = await openTradeWithFox(stage)
  // Each sum is of at least two orders: the members who ship may know the price of one order.
  const lion = await createProductForShow(stage, { title: 'Bronze lion', sale: 'fixed', price: 2_345_677 })
  show = await scheduleCastShow(stage, 'Lions', [lion])
  await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
  const buy = () => stage.as.rita.post(`${stage.fox}/show-purchases`, { show, product: lion })
  const [first] = [await buy(), await buy()]
  await market.sell({ title: 'Marble hall', price: 2_962_967 })
  await completeOrder(database, stage.own.olga, first?.body.id)
  for (const name of ['olga', 'selma', 'theo'] as const)
    pages[name] = recordLiveEvents(address, stage.as[name].cookie, stage.own.olga)
  await learn()
})
afterAll(async () => {
  for (const page of Object.values(pages)) page.stop()
  await stop()
})

async function ask(
  by: keyof typeof roles,
  method: string,
  url: string,
  payload?: string | Buffer,
  type?: string,
) {
  const { cookie } = theatre.as[by]
  const headers = { cookie, ...(payload !== undefined && { 'content-type': type ?? 'application/json' }) }
  return answerText(
    await app.inject({ method: method as 'GET', url: `/api/v1${url}`, headers, payload: payload ?? '' }),
  )
}

test('the sums are unique numbers, and Olga sees them in her browser and in her files', async () => {
  const { gross, fees, pending, available, revenue } = await readRevenueFigures(theatre)
  expect({ gross, fees, pending, available, revenue }).toEqual({
    gross: '7654321',
    fees: '765433',
    pending: '4777779',
    available: '2111109',
    revenue: '4691354',
  })
  const shows = operations.filter(({ method, asks }) => method === 'GET' && asks === 'reports.view')
  expect(shows.length).toBeGreaterThan(6)
  for (const operation of shows.filter(({ path }) => !path.startsWith('/accounts/:account/ledger.csv'))) {
    const said = await ask('olga', 'GET', await operationUrl(theatre, operation, { show }))
    expect.soft(figuresShownIn(said, figures), operation.name).not.toEqual([])
  }
})

test.each(['{"a":7654321}', '76,543.21', '76 543,21 €', 'x-sum: 76543.21', '€76,543.21 left'])(
  'a sum written as %s would be found',
  (text) => expect(figuresShownIn(text, ['7654321'])).toEqual(['7654321']),
)

describe.each(['selma', 'theo'] as const)('%s sees no sum', (helper) => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    'in %s',
    async (_, operation) => {
      for (const said of await answersTo(helper, operation)) expect(figuresShownIn(said, figures)).toEqual([])
    },
  )
})

/** The answers of an operation to a valid input, to an unreadable one, and to an empty one. */
async function answersTo(helper: Helper, operation: ApiOperation): Promise<string[]> {
  const { method, asks, name } = operation
  const letIn = asks === 'open' || asks === 'person' || asks === 'member' || may(roles[helper], asks)
  const { url, payload, type } = await buildSampleRequest(theatre, operation, helper, letIn)
  const others: (string | undefined)[] = method === 'GET' ? [undefined] : ['{"amount": 1', '{}']
  const said = [await ask(helper, method, url, payload, type)]
  for (const other of others)
    said.push(await ask(helper, method, method === 'GET' ? `${url}?after=none&from=2020-01-01` : url, other))
  if (letIn) await operationSamples[name]?.after?.(theatre, helper)
  if (method !== 'GET') await learn()
  return said
}

test('in the events of their open pages: only Olga’s page is told about reports', async () => {
  await expect.poll(() => pages.olga?.heard).toContain('{"type":"changed","what":"reports"}')
  for (const helper of ['selma', 'theo']) {
    const heard = pages[helper]?.heard ?? []
    expect(heard).toContain('{"type":"changed","what":"orders"}')
    expect(heard.filter((text) => /reports|payouts|ledger/.test(text))).toEqual([])
    expect(figuresShownIn(heard.join('\n'), figures)).toEqual([])
  }
})
