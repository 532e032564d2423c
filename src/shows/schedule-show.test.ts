import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiClient } from '../../cast/api-client.ts'
import { createProductForShow, scheduleCastShow } from '../../cast/cast-shows.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { makePhoto } from '../../test/support/make-photo.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let shows: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  shows = `${stage.ours}/shows`
})
afterAll(() => world.stop())

const { year } = { year: new Date().getUTCFullYear() + 1 }
/** The days of next year on which Paris and Los Angeles put their clocks forward. */
const lastSunday = (month: number) => {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return new Date(last.getTime() - last.getUTCDay() * 86_400_000)
}
const before = (day: Date, days: number) =>
  new Date(day.getTime() - days * 86_400_000).toISOString().slice(0, 10)

const inZone = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))

describe('a show at 19:30 in Paris', () => {
  test('stays at 19:30 when it is repeated across a change of the clocks', async () => {
    const made = await stage.as.selma.post(shows, {
      title: 'Thursday of bears',
      startsAt: `${before(lastSunday(2), 10)}T19:30`,
      zone: 'Europe/Paris',
      repeat: { every: 'week', times: 4 },
    })
    expect(made.status).toBe(201)
    const times = made.body.items.map(({ startsAt }: { startsAt: string }) => startsAt)
    expect(times.map((at: string) => inZone(at, 'Europe/Paris'))).toEqual(Array(4).fill('19:30'))
    expect(new Set(times.map((at: string) => at.slice(11, 16)))).toEqual(new Set(['18:30', '17:30']))
    expect(made.body.items[0].following).toBe(3)
  })

  test('moves with the following shows, each by the same difference on its own clock', async () => {
    const { items } = (await stage.as.selma.get(`${shows}?status=upcoming&search=Thursday`)).body
    const day = items[1].startsAt.slice(0, 10)
    const moved = await stage.as.selma.patch(`${shows}/${items[1].id}`, {
      startsAt: `${day}T20:00`,
      title: 'Thursday of plates',
      following: true,
    })
    expect(moved).toMatchObject({ status: 200, body: { title: 'Thursday of plates' } })
    const after = (await stage.as.selma.get(`${shows}?status=upcoming&search=Thursday`)).body.items
    expect(after.map(({ startsAt }: { startsAt: string }) => inZone(startsAt, 'Europe/Paris'))).toEqual([
      '19:30',
      '20:00',
      '20:00',
      '20:00',
    ])
    expect(after.map(({ title }: { title: string }) => title.slice(12))).toEqual([
      'bears',
      'plates',
      'plates',
      'plates',
    ])
  })

  test('is cancelled with the following shows, and can then not be changed or cancelled', async () => {
    const { items } = (await stage.as.selma.get(`${shows}?status=upcoming&search=Thursday`)).body
    const cancelled = await stage.as.marc.post(`${shows}/${items[2].id}/cancellation`, {
      reason: 'Holidays',
      following: true,
    })
    expect(cancelled.body).toMatchObject({
      status: 'cancelled',
      closeNote: 'Holidays',
      closedBy: 'Marc Aubert',
    })
    expect((await stage.as.selma.get(`${shows}?status=past`)).body.items).toHaveLength(2)
    for (const path of ['cancellation', 'broadcast'])
      expect((await stage.as.selma.post(`${shows}/${items[2].id}/${path}`, {})).status).toBe(409)
    expect((await stage.as.selma.patch(`${shows}/${items[3].id}`, { title: 'Again' })).body.code).toBe(
      'show_over',
    )
  })
})

describe('a show is refused', () => {
  const good = { title: 'Bears', startsAt: `${year}-05-01T19:30`, zone: 'Europe/Paris' }
  test.each([
    ['at a time in the past', { startsAt: '2020-01-01T10:00' }, 'startsAt: past'],
    ['on a day that does not exist', { startsAt: `${year}-02-30T10:00` }, 'startsAt: date'],
    ['with an offset', { startsAt: `${year}-05-01T19:30+02:00` }, 'startsAt: format'],
    ['in an unknown time zone', { zone: 'Europe/Atlantis' }, 'zone: zone'],
    ['in a time zone that is SQL', { zone: "UTC'; drop table shows; --" }, 'zone: zone'],
    ['without a title', { title: ' ' }, 'title: too_short'],
    ['with 1000 repetitions', { repeat: { every: 'day', times: 1000 } }, 'repeat.times: too_big'],
    ['with an unknown discoverability', { discoverability: 'secret' }, 'discoverability: choice'],
  ])('%s', async (_, more, field) => {
    const answer = await stage.as.selma.post(shows, { ...good, ...more })
    expect(answer.status).toBe(422)
    const [wrong] = answer.body.fields
    expect(`${wrong.field}: ${wrong.code}`).toBe(field)
  })
})

describe('the products of a show', () => {
  test('are in the order that Selma chose, some at another price; Théo sees them and cannot change them', async () => {
    const [plate, bowl] = [
      await createProductForShow(stage),
      await createProductForShow(stage, { title: 'Bowl', price: 500 }),
    ]
    const show = await scheduleCastShow(stage, 'Plates')
    const path = `${shows}/${show}/products`
    const products = [{ product: bowl }, { product: plate, price: 700 }]
    await stage.as.selma.patch(path, { products })
    expect((await stage.as.theo.get(path)).body.items).toMatchObject([
      { title: 'Bowl', price: 500 },
      { title: 'Signed plate', price: 700, usualPrice: 1000 },
    ])
    expect((await stage.as.theo.patch(path, { products: [] })).body).toMatchObject({
      code: 'forbidden',
      permission: 'shows.manage',
    })
    expect((await makeApiClient(world.app).get(`/shows/${show}`)).body.lineup).toMatchObject([
      { product: bowl, price: 500 },
      { product: plate, price: 700 },
    ])
    const foreign = (
      await stage.as.rita.post(`${stage.fox}/products`, { title: 'Fern', price: 1, quantity: 1 })
    ).body
    for (const bad of [
      [{ product: foreign.id }],
      [{ product: plate }, { product: plate }],
      [{ product: plate, price: 0 }],
    ])
      expect((await stage.as.selma.patch(path, { products: bad })).status).toBe(422)
  })
})

describe('a visitor', () => {
  test('finds public shows, other shows only by their address, and rehearsals never', async () => {
    const nobody = makeApiClient(world.app)
    const open = await scheduleCastShow(stage, 'Open house')
    const hidden = await scheduleCastShow(stage, 'For friends')
    await stage.as.selma.patch(`${shows}/${hidden}`, { discoverability: 'link' })
    const { id: rehearsal } = (await stage.as.selma.post(`${shows}/${open}/rehearsal`)).body
    const found = (await nobody.get('/shows?when=upcoming&search=o')).body.items.map(
      ({ id }: { id: string }) => id,
    )
    expect(found).toContain(open)
    expect(found).not.toContain(hidden)
    expect((await nobody.get(`/shows/${hidden}`)).body.title).toBe('For friends')
    for (const path of ['', '/chat', '/auctions', '/giveaways', '/whep'])
      expect((await nobody.get(`/shows/${rehearsal}${path}`)).status).toBe(404)
    expect((await stage.as.rita.post(`/shows/${rehearsal}/bookmark`)).status).toBe(404)
    expect((await stage.as.rita.get(`${shows}/${rehearsal}`)).status).toBe(404)
  })

  test('can bookmark a show, and gets a mail when it begins', async () => {
    const show = await scheduleCastShow(stage, 'Grand opening')
    expect((await stage.as.rita.post(`/shows/${show}/bookmark`)).body).toEqual({ bookmarked: true })
    expect((await stage.as.rita.get('/me/bookmarks')).body.items).toMatchObject([{ id: show }])
    await stage.as.selma.post(`${shows}/${show}/broadcast`, {})
    await expect
      .poll(
        async () =>
          (await makeApiClient(world.app).get('/mailbox', { accept: 'application/json' })).body.items,
        {
          timeout: 8000,
        },
      )
      .toContainEqual(expect.objectContaining({ subject: 'Maison Ours is live: Grand opening' }))
  })

  test('sees a show’s cover, whose files are deleted when it is replaced', async () => {
    const show = await scheduleCastShow(stage, 'With a face')
    const send = async () =>
      (
        await stage.as.selma.post(`${shows}/${show}/cover`, await makePhoto(), {
          'content-type': 'image/png',
        })
      ).body.cover
    const first = await send()
    const there = async ({ url }: { url: string }) => (await world.app.inject(url)).statusCode
    expect(await there(first)).toBe(200)
    const second = await send()
    expect((await makeApiClient(world.app).get(`/shows/${show}`)).body.cover).toEqual(second)
    await expect.poll(() => there(first)).toBe(404)
  })
})
