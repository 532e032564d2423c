import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { makeApiClient } from '../../cast/api-client.ts'
import { type AudienceMember, signUpAudienceMember, startCastShow } from '../../cast/cast-shows.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { watchLive } from '../../test/support/watch-live.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
let ines: AudienceMember
let show: string
let path: string
let product: string
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
  ines = await signUpAudienceMember(world.app, 'ines')
  ;({ show, path, product } = await startCastShow(stage))
})
afterAll(() => world.stop())

const say = (text: unknown) => ines.client.post(`/shows/${show}/chat`, { text })
const latest = async () => (await makeApiClient(world.app).get(`/shows/${show}/chat`)).body.items

const watch = (query: string, cookie?: string) => watchLive(world, query, cookie)

describe('a chat line', () => {
  test('reaches all viewers, signed in or not, and those who join later', async () => {
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

  test('in the account’s name shows its author to the team and to nobody else', async () => {
    const { items } = (await stage.as.olga.get(`${path}/chat`)).body
    expect(items[0]).toMatchObject({ name: 'Maison Ours', by: 'Selma Diop' })
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
  ])('%s is refused', async (_, text) => {
    const before = await latest()
    expect((await say(text)).status).toBe(422)
    expect(await latest()).toEqual(before)
  })

  test('that is removed disappears for all viewers, and the team sees who removed it', async () => {
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
  test('mutes words even when they are disguised, but not words that only contain them', async () => {
    await stage.as.selma.patch(`${path}/moderation`, { mutedWords: ['escroc', 'fake'] })
    for (const bad of ['FAKE!', 'that is fáke', 'un escroc.'])
      expect((await say(bad)).body).toMatchObject({ status: 422, code: 'muted_word' })
    expect((await say('fakery is no fakir')).status).toBe(201)
    expect((await stage.as.selma.post(`${path}/chat`, { text: 'No fake here' })).status).toBe(201)
  })

  test('slows viewers down by the server’s clock, but not the hosts', async () => {
    await stage.as.selma.patch(`${path}/moderation`, { slowSeconds: 30, mutedWords: [] })
    expect((await makeApiClient(world.app).get(`/shows/${show}`)).body.slowSeconds).toBe(30)
    const too = await say('And another thing')
    expect(too).toMatchObject({ status: 429, body: { code: 'too_fast', seconds: 30 } })
    expect(Date.parse(too.body.retryAt)).toBeGreaterThan(Date.now())
    for (const text of ['one', 'two'])
      expect((await stage.as.selma.post(`${path}/chat`, { text })).status).toBe(201)
    await stage.as.selma.patch(`${path}/moderation`, { slowSeconds: 0 })
  })

  test('mutes a person for some time in this show, where they can still bid; team members cannot be muted', async () => {
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

  test('blocks a person from the chat and the bidding in all shows of the account', async () => {
    const { id } = (await say('Last word')).body
    await stage.as.selma.post(`${path}/bans`, { line: id, kind: 'block' })
    const next = await startCastShow(stage, 'Another show')
    expect((await ines.client.post(`/shows/${next.show}/chat`, { text: 'Hi' })).body.code).toBe('blocked')
    const { body } = await stage.as.selma.post(`${next.path}/auctions`, {
      product: next.product,
      seconds: 10,
    })
    const bid = { show: next.show, auction: body.id, amount: 1000 }
    expect((await ines.client.post(`${ines.path}/bids`, bid)).body.code).toBe('blocked')
  })
})

describe('a live connection', () => {
  test('sends the team’s events to the team only', async () => {
    const { show, path } = await startCastShow(stage, 'For the team')
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
    expect((await stage.as.olga.get(path)).body.status).toBe('stopped')
    for (const each of [team, theo, visitor]) each.close()
  })

  test.each(['show=sho_none', 'show=', 'show[]=x', '', 'show=x&account=acc_none'])(
    'to something that does not exist (%s) is refused',
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
