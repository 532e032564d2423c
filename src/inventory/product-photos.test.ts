import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedInCast, seedProducts } from '../../cast/sign-up-cast.ts'
import {
  expectRefusal,
  type InvalidRequest,
  waitUntilAccessExpired,
} from '../../test/support/expect-refusal.ts'
import { makePhoto } from '../../test/support/make-photo.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let product: string
let photos: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  await seedProducts(stage)
  await waitUntilAccessExpired(stage)
})
beforeEach(async () => {
  const bear = { title: 'Bear in a jar', price: 1250, quantity: 3 }
  product = `${stage.ours}/products/${(await stage.as.olga.post(`${stage.ours}/products`, bear)).body.id}`
  photos = `${product}/photos`
})
afterAll(() => world.stop())

type Photo = { id: string; width: number; height: number; url: string; thumb: string }
const png = { 'content-type': 'image/png' }
const add = async (bytes: Buffer | Promise<Buffer>, headers = png) =>
  stage.as.theo.post(photos, await bytes, headers)
const fetched = (url: string) => world.app.inject({ url })
const idsOf = ({ body }: { body: { photos: Photo[] } }) => body.photos.map(({ id }) => id)

test('Support adds a photo, which appears with the product and in lists, and opens for anyone who has its address', async () => {
  const { status, body } = await add(makePhoto({ width: 3000, height: 2000, format: 'jpeg' }))
  const [photo] = body.photos as Photo[]
  expect([status, photo?.width, photo?.height]).toEqual([201, 1600, 1067])
  expect((await stage.as.olga.get(product)).body.photos).toEqual([photo])
  const { items } = (await stage.as.olga.get(`${stage.ours}/products?search=jar`)).body
  expect(items[0].photos).toEqual([photo])

  const [large, small] = [await fetched(photo?.url ?? ''), await fetched(photo?.thumb ?? '')]
  expect(large.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  const found = await Promise.all([large, small].map(({ rawPayload }) => sharp(rawPayload).metadata()))
  expect(found.map(({ format, width }) => [format, width])).toEqual([
    ['webp', 1600],
    ['webp', 400],
  ])
})

test('a photo is turned upright, and its location is removed', async () => {
  const onItsSide = sharp(await makePhoto({ width: 400, height: 200 }))
    .withExif({ IFD0: { Copyright: 'Théo' }, IFD3: { GPSLatitude: '48/1 51/1 24/1' } })
    .withMetadata({ orientation: 6 })
  const bytes = await onItsSide.jpeg().toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const [photo] = (await add(bytes, { 'content-type': 'image/jpeg' })).body.photos as Photo[]
  expect([photo?.width, photo?.height]).toEqual([200, 400])
  const kept = await sharp((await fetched(photo?.url ?? '')).rawPayload).metadata()
  expect([kept.exif, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined])
})

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  '%s is accepted, whatever content type is claimed',
  async (format) => {
    expect((await add(makePhoto({ format }))).status).toBe(201)
  },
)

test('a product has ten photos at most, in any order, and a removed photo can no longer be opened', async () => {
  const { olga, theo } = stage.as
  for (let number = 1; number <= 9; number++) await add(makePhoto({ width: number * 10 }))
  // Two people add the last photo that fits at the same time.
  const [one, other] = await Promise.all([
    add(makePhoto()),
    olga.post(photos, await makePhoto(), { 'content-type': 'image/png' }),
  ])
  expect([one.status, other.status].sort()).toEqual([201, 409])
  const ids = idsOf(await olga.get(product))
  const [first, ...rest] = ids
  const turned = await theo.patch(photos, { photos: [...rest, first] })
  expect(idsOf(turned)).toEqual([...rest, first])

  const doomed = turned.body.photos[0] as Photo
  expect((await theo.delete(`${photos}/${doomed.id}`)).body.photos).toHaveLength(9)
  expect(idsOf(await olga.get(product))).toEqual([...rest.slice(1), first])
  await expect.poll(async () => (await fetched(doomed.url)).statusCode).toBe(404)
  expect((await fetched(turned.body.photos[1].url)).statusCode).toBe(200)
  expect((await theo.delete(`${photos}/${doomed.id}`)).body.code).toBe('not_found')
  const { items } = (await olga.get(`${stage.ours}/activity?area=inventory`)).body
  expect(items[0]).toMatchObject({ act: 'inventory.photo_removed', person: { name: 'Théo Blanc' } })
})

describe('a file that is not a photo is refused with the reason:', () => {
  const refused = (body: Buffer | string, type = 'image/png') =>
    expectRefusal(world, stage.as.theo, {
      url: photos,
      body,
      headers: { 'content-type': type },
    } as InvalidRequest).then(({ answer }) => answer)

  test('a script, a page, an SVG, a GIF, a PDF, nothing, under the name of a photo', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const strange = [
      '#!/bin/sh\nrm -rf /\n',
      '<!doctype html><script>alert(1)</script>',
      svg,
      '%PDF-1.7',
      'GIF89a;',
    ]
    for (const text of strange) expect(await refused(text), text).toBe('422 not_an_image')
    const gif = await sharp(await makePhoto())
      .gif()
      .toBuffer()
    expect(await refused(gif)).toBe('422 not_an_image')
    expect(await refused('')).toBe('422 empty_file')
  })

  test('a file whose content type is not a photo’s', async () => {
    for (const type of ['image/svg+xml', 'image/heic', 'text/html', 'application/json', 'text/csv'])
      expect(await refused(await makePhoto(), type)).toBe('415 unsupported')
  })

  test('a small file of 40 megapixels, and one of a hundred more', async () => {
    expect(await refused(await makePhoto({ width: 8000, height: 5001 }))).toBe('422 image_too_large')
    expect(await refused(await makePhoto({ width: 16_000, height: 9000 }))).toBe('422 image_too_large')
  })

  test('one that is cut off', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const noise = {
        width: 600,
        height: 600,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      }
      const whole = await sharp({ create: { ...noise, background: '#000' } as never })
        .toFormat(format)
        .toBuffer()
      expect(await refused(whole.subarray(0, whole.length / 2)), format).toBe('422 image_broken')
    }
  })

  test('one of more than 20 MB', async () => {
    expect(await refused(Buffer.alloc(20_000_001, 1))).toBe('413 too_large')
  })

  test('an order that lacks a photo, or lists one twice or another product’s', async () => {
    const [one] = idsOf(await add(makePhoto()))
    const [, two] = idsOf(await add(makePhoto()))
    for (const order of [[one], [one, one], [one, 'pho_x'], [one, two, two], []])
      expect((await stage.as.theo.patch(photos, { photos: order })).body.fields).toMatchObject([
        { field: 'photos', code: 'all_photos' },
      ])
  })
})

test('nobody outside Maison Ours can change its photos', async () => {
  const [photo] = (await add(makePhoto())).body.photos as Photo[]
  const { rita } = stage.as
  const [fern] = (await rita.get(`${stage.fox}/products`)).body.items
  const foxs = `${stage.fox}/products/${fern.id}/photos`
  for (const path of [photos, photos.replace(stage.ours, stage.fox)])
    expect((await rita.post(path, await makePhoto(), png)).status).toBe(404)
  expect((await rita.delete(`${foxs}/${photo?.id}`)).status).toBe(404)
  expect((await rita.patch(foxs, { photos: [photo?.id] })).status).toBe(422)
  expect(idsOf(await stage.as.olga.get(product))).toEqual([photo?.id])
})

test.each([
  '/media/photos/acc_x/pho_x/large.webp',
  '/media/photos/acc_x/pho_x/huge.webp',
  '/media/photos/../secret/large.webp',
  '/media/photos/..%2F..%2Fsecret/x/large.webp',
  '/media/photos/acc_x/..%2Fpho_x/small.webp',
])('there is nothing at %s', async (url) => {
  const answer = await fetched(url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json'])
})
