import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { clientOf } from '../../cast/client.ts'
import { type Guest, guest, onAir } from '../../cast/live.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { openWorld } from '../../test/world.ts'
import type { Running } from '../start.ts'

let world: Running
let stage: Stage
let ines: Guest
let show: string
let path: string
let product: string
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  ines = await guest(world.app, 'ines')
  ;({ show, path, product } = await onAir(stage))
})
afterAll(() => world.stop())

const say = (text: unknown) => ines.client.post(`/shows/${show}/chat`, { text })
const latest = async () => (await clientOf(world.app).get(`/shows/${show}/chat`)).body.items

/** Somebody's open page. */
function watch(query: string, cookie = '') {
  const url = `${world.address.replace('http', 'ws')}/api/v1/live?${query}`
  const socket = new WebSocket(url, { headers: { cookie, origin: 'http://localhost' } })
  const heard: { type: string; line?: { text: string } }[] = []
  socket.on('message', (text) => heard.push(JSON.parse(String(text))))
  return {
    heard,
    lines: () => heard.flatMap(({ line }) => line?.text ?? []),
    close: () => socket.terminate(),
  }
}

describe('what is said in a show', () => {
  test('is heard by whoever watches, signed in or not, and by whoever comes later', async () => {
    const visitor = watch(`show=${show}`)
    await expect.poll(() => visitor.heard[0]?.type).toBe('hello')
    expect(await say('What a <b>plate</b>')).toMatchObject({
      status: 201,
      body: { name: 'Inès Roy', username: 'ines-roy', host: false, text: 'What a <b>plate</b>' },
    })
    await stage.as.selma.post(`${path}/chat`, { text: 'Signed by Olga', announcement: true })
    await expect.poll(visitor.lines).toEqual(['What a <b>plate</b>', 'Signed by Olga'])
    expect(await latest()).toMatchObject([
      { text: 'What a <b>plate</b>' },
      { text: 'Signed by Olga', name: 'Maison Ours', host: true, kind: 'announcement' },
    ])
    visitor.close()
  })

  test('as the account is told to the team with who wrote it, and to nobody else', async () => {
    const { items } = (await stage.as.olga.get(`${path}/chat`)).body
    expect(items[0]).toMatchObject({ name: 'Maison Ours', person: 'Selma Diop' })
    expect(JSON.stringify(await latest())).not.toContain('Selma')
    expect((await stage.as.theo.post(`${path}/chat`, { text: 'Hello' })).body.permission).toBe('shows.chat')
    expect((await stage.as.theo.post(`/shows/${show}/chat`, { text: 'As myself' })).body).toMatchObject({
      name: 'Théo Blanc',
      host: false,
    })
  })

  test.each([
    ['of nothing', ' '],
    ['of 100,000 characters', 'x'.repeat(100_000)],
    ['with control characters', 'a\u0007b'],
    ['that turns the others around', 'a\u202Eb'],
    ['of two lines', 'a\nb'],
    ['that is no text', 5],
  ])('is not a line %s', async (_, text) => {
    const before = await latest()
    expect((await say(text)).status).toBe(422)
    expect(await latest()).toEqual(before)
  })

  test('is deleted before everybody’s eyes, and the team sees by whom', async () => {
    const { id } = (await say('Buy from me instead')).body
    const visitor = watch(`show=${show}`)
    await expect.poll(() => visitor.heard[0]?.type).toBe('hello')
    expect((await stage.as.marc.delete(`${path}/chat/${id}`)).status).toBe(200)
    await expect.poll(() => visitor.heard.at(-1)).toEqual({ type: 'line-gone', line: id })
    expect((await latest()).map((line: { id: string }) => line.id)).not.toContain(id)
    const { items } = (await stage.as.olga.get(`${path}/chat`)).body
    expect(items.find((line: { id: string }) => line.id === id)).toMatchObject({ deletedBy: 'Marc Aubert' })
    expect((await stage.as.marc.delete(`${path}/chat/${id}`)).status).toBe(404)
    visitor.close()
  })
})

describe('moderation', () => {
  test('mutes words in their disguises, and leaves words that only contain them', async () => {
    await stage.as.selma.patch(`${path}/moderation`, { mutedWords: ['escroc', 'fake'] })
    for (const bad of ['FAKE!', 'that is fáke', 'un escroc.'])
      expect((await say(bad)).body).toMatchObject({ status: 422, code: 'muted_word' })
    expect((await say('fakery is no fakir')).status).toBe(201)
    expect((await stage.as.selma.post(`${path}/chat`, { text: 'No fake here' })).status).toBe(201)
  })

  test('slows people down, by the server’s clock, and not the hosts', async () => {
    await stage.as.selma.patch(`${path}/moderation`, { slowSeconds: 30, mutedWords: [] })
    expect((await clientOf(world.app).get(`/shows/${show}`)).body.slowSeconds).toBe(30)
    const too = await say('And another thing')
    expect(too).toMatchObject({ status: 429, body: { code: 'too_fast', seconds: 30 } })
    expect(Date.parse(too.body.retryAt)).toBeGreaterThan(Date.now())
    for (const text of ['one', 'two'])
      expect((await stage.as.selma.post(`${path}/chat`, { text })).status).toBe(201)
    await stage.as.selma.patch(`${path}/moderation`, { slowSeconds: 0 })
  })

  test('mutes a person for a while, in this show, where they can still bid, and nobody of the team', async () => {
    const { id } = (await say('I am everywhere')).body
    const muted = await stage.as.selma.post(`${path}/bans`, { line: id, kind: 'mute', minutes: 5 })
    expect(muted).toMatchObject({ status: 201, body: { name: 'Inès Roy', kind: 'mute', show } })
    expect((await say('Hello?')).body).toMatchObject({ status: 403, code: 'muted' })
    const auction = (await stage.as.selma.post(`${path}/auctions`, { product, seconds: 10 })).body.id
    expect((await ines.client.post(`${ines.path}/bids`, { show, auction, amount: 1000 })).status).toBe(201)
    const own = (await stage.as.theo.post(`/shows/${show}/chat`, { text: 'As myself' })).body.id
    expect((await stage.as.selma.post(`${path}/bans`, { line: own, kind: 'mute' })).status).toBe(404)
    const bans = `${stage.ours}/chat-bans`
    expect((await stage.as.marc.get(bans)).body.items).toHaveLength(1)
    expect((await stage.as.marc.delete(`${bans}/${muted.body.id}`)).status).toBe(200)
    expect((await say('Back again')).status).toBe(201)
  })

  test('blocks a person from all of the account’s shows, and from bidding there', async () => {
    const { id } = (await say('Last word')).body
    await stage.as.selma.post(`${path}/bans`, { line: id, kind: 'block' })
    const next = await onAir(stage, 'Another show')
    expect((await ines.client.post(`/shows/${next.show}/chat`, { text: 'Hi' })).body.code).toBe('blocked')
    const { body } = await stage.as.selma.post(`${next.path}/auctions`, {
      product: next.product,
      seconds: 10,
    })
    const bid = { show: next.show, auction: body.id, amount: 1000 }
    expect((await ines.client.post(`${ines.path}/bids`, bid)).body.code).toBe('blocked')
  })
})

describe('the live connection', () => {
  test('tells a team what only it may know, and nobody else', async () => {
    const { show, path } = await onAir(stage, 'For the team')
    const team = watch(`show=${show}&account=${stage.own.olga}`, stage.as.olga.cookie)
    const theo = watch(`show=${show}&account=${stage.own.olga}`, stage.as.theo.cookie)
    const visitor = watch(`show=${show}`)
    for (const each of [team, theo, visitor]) await expect.poll(() => each.heard[0]?.type).toBe('hello')
    const { items } = (await stage.as.olga.get(`${stage.ours}/members`)).body
    const selma = items.find(({ name }: { name: string }) => name === 'Selma Diop')
    await stage.as.olga.patch(`${stage.ours}/members/${selma.id}`, { role: 'support' })
    await expect.poll(team.lines).toEqual(['access_ended'])
    await expect.poll(() => visitor.heard.map(({ type }) => type)).toContain('off-air')
    expect([theo.lines(), visitor.lines()]).toEqual([[], []])
    expect((await stage.as.olga.get(path)).body.state).toBe('stopped')
    for (const each of [team, theo, visitor]) each.close()
  })

  test.each(['show=sho_none', 'show=', 'show[]=x', '', 'show=x&account=acc_none'])(
    'of nothing (%s) is refused',
    async (query) => {
      const url = `${world.address.replace('http', 'ws')}/api/v1/live?${query}`
      const socket = new WebSocket(url, { headers: { origin: 'http://localhost' } })
      const status = await new Promise((done) =>
        socket.once('unexpected-response', (_, { statusCode }) => done(statusCode)),
      )
      expect([401, 404]).toContain(status)
      socket.on('error', () => undefined).terminate()
    },
  )
})
