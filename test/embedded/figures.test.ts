import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf } from '../../cast/client.ts'
import { forShow, schedule } from '../../cast/live.ts'
import { loadCast } from '../../cast/load.ts'
import { trade } from '../../cast/trade.ts'
import { may } from '../../src/permissions.ts'
import { pathOf, sampleOf } from '../asking.ts'
import { figuresOf, listen, shownIn, textOf } from '../figures.ts'
import { arrives, plainPrices } from '../money.ts'
import { type Description, type Operation, operationsOf } from '../operations.ts'
import { samples, type Theatre } from '../samples.ts'
import { openWorld } from '../world.ts'

/* What Maison Ours earns is known to Olga and Marc, and to nobody else who works there. */
const { app, address, database, stop } = await openWorld(plainPrices)
const operations = operationsOf((await clientOf(app).get('/api/openapi.json')).body as Description)
const roles = { olga: 'owner', selma: 'seller', theo: 'support' } as const
type Helper = 'selma' | 'theo'

let theatre: Theatre
/** A show that sold more than one thing. */
let show: string
const pages: Record<string, ReturnType<typeof listen>> = {}
/** Every sum that there was at any time: what is done here makes others. */
const figures = new Set<string>()
const learn = async () => {
  for (const figure of Object.values(await figuresOf(theatre))) figures.add(figure)
}

beforeAll(async () => {
  const stage = await loadCast(app)
  theatre = { app, database, ...stage }
  const market = await trade(stage)
  // Each sum is of two orders at least: what one order costs, those who ship it may know.
  const lion = await forShow(stage, { title: 'Bronze lion', sale: 'fixed', price: 2_345_677 })
  show = await schedule(stage, 'Lions', [lion])
  await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
  const buy = () => stage.as.rita.post(`${stage.fox}/show-purchases`, { show, product: lion })
  const [first] = [await buy(), await buy()]
  await market.sell({ title: 'Marble hall', price: 2_962_967 })
  await arrives(database, stage.own.olga, first?.body.id)
  for (const name of ['olga', 'selma', 'theo'] as const)
    pages[name] = listen(address, stage.as[name].cookie, stage.own.olga)
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
  return textOf(
    await app.inject({ method: method as 'GET', url: `/api/v1${url}`, headers, payload: payload ?? '' }),
  )
}

test('its sums are unmistakable, and Olga reads them, in her browser and in her files', async () => {
  const { gross, fees, pending, available, revenue } = await figuresOf(theatre)
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
    const said = await ask('olga', 'GET', await pathOf(theatre, operation, { show }))
    expect.soft(shownIn(said, figures), operation.name).not.toEqual([])
  }
})

test.each(['{"a":7654321}', '76,543.21', '76 543,21 €', 'x-sum: 76543.21', '€76,543.21 left'])(
  'as %s, a sum would be found',
  (text) => expect(shownIn(text, ['7654321'])).toEqual(['7654321']),
)

describe.each(['selma', 'theo'] as const)('%s reads no sum', (helper) => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    'in %s',
    async (_, operation) => {
      for (const said of await answersTo(helper, operation)) expect(shownIn(said, figures)).toEqual([])
    },
  )
})

/** What an operation says to what it takes, to what it cannot read, and to what is missing everything. */
async function answersTo(helper: Helper, operation: Operation): Promise<string[]> {
  const { method, asks, name } = operation
  const letIn = asks === 'open' || asks === 'person' || asks === 'member' || may(roles[helper], asks)
  const { url, payload, type } = await sampleOf(theatre, operation, helper, letIn)
  const others: (string | undefined)[] = method === 'GET' ? [undefined] : ['{"amount": 1', '{}']
  const said = [await ask(helper, method, url, payload, type)]
  for (const other of others)
    said.push(await ask(helper, method, method === 'GET' ? `${url}?after=none&from=2020-01-01` : url, other))
  if (letIn) await samples[name]?.after?.(theatre, helper)
  await learn()
  return said
}

test('nor in what their open pages were told: of reports, only Olga’s hear', async () => {
  await expect.poll(() => pages.olga?.heard).toContain('{"type":"changed","what":"reports"}')
  for (const helper of ['selma', 'theo']) {
    const heard = pages[helper]?.heard ?? []
    expect(heard).toContain('{"type":"changed","what":"orders"}')
    expect(heard.filter((text) => /reports|payouts|ledger/.test(text))).toEqual([])
    expect(shownIn(heard.join('\n'), figures)).toEqual([])
  }
})
