import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../cast/client.ts'
import { onAir, schedule } from '../../cast/live.ts'
import { join, loadCast, memberId, type Stage } from '../../cast/load.ts'
import { joined, makePeer, type Peer, rtp } from '../../cast/peers.ts'
import { cast } from '../../cast/people.ts'
import { openWorld, secret } from '../../test/world.ts'
import { asService, rows } from '../ground/db.ts'
import type { Running } from '../start.ts'
import { mediaAddress } from './media-server.ts'

let world: Running
let stage: Stage
beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
})
afterAll(() => world.stop())

const type = { 'content-type': 'application/sdp' }
const nobody = () => clientOf(world.app)

/** Sends the offer where WHIP and WHEP take it. */
const ask = (client: Client, path: string) => async (offer: string) => {
  const { status, body, headers } = await client.post(path, offer, type)
  if (status !== 201) throw new Error(`${status} ${body.code}`)
  return { session: String(headers.location).split('/').at(-1) as string, answer: body as string }
}
const send = (show: string, name: 'selma' | 'marc' = 'selma') =>
  joined({ sends: true }, ask(stage.as[name], `${stage.ours}/shows/${show}/whip`))
const watch = (show: string) => joined({ sends: false }, ask(nobody(), `/shows/${show}/whep`))

let sequence = 0
function play({ legs }: Peer, packets = 5) {
  for (let nth = 0; nth < packets; nth++)
    for (const leg of legs) leg.track.sendMessageBinary(rtp(leg, ++sequence, sequence * 3000))
}
/** Plays on until what it is for has come about: the relay may hear of a connection later than its other side. */
async function plays(peer: Peer, comes: () => boolean | Promise<boolean>) {
  for (const end = performance.now() + 15_000; !(await comes()); await rest(100)) {
    if (performance.now() > end) throw new Error('It did not come about in time.')
    play(peer)
  }
}
const came = ({ legs }: Peer) => legs.reduce((sum, leg) => sum + leg.came.length, 0)
const video = async (show: string) => (await nobody().get(`/shows/${show}`)).body.video

describe('a picture', () => {
  test('goes from Selma, who is on the air, to whoever watches, signed in or not', async () => {
    const { show } = await onAir(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const visitor = await watch(show)
    await plays(selma, () => came(visitor) >= 5)
    for (const each of [selma, visitor]) each.close()
    await expect.poll(() => video(show), { timeout: 12_000 }).toBe(false)
  })

  test('is cut in the moment in which Selma is removed, and goes on with Marc for those who watch', async () => {
    const { show } = await onAir(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const before = await watch(show)
    await plays(selma, () => came(before) > 0)
    const removed = await memberId(stage.as.olga, stage.ours, cast.selma.name)
    await stage.as.olga.delete(`${stage.ours}/members/${removed}`, {})
    expect((await stage.as.olga.get(`${stage.ours}/shows/${show}`)).body.state).toBe('stopped')
    const seen = came(before)
    play(selma, 20)
    await rest(300)
    expect(came(before)).toBe(seen)
    await expect(send(show)).rejects.toThrow('404 not_found')
    await expect(watch(show)).rejects.toThrow('409 not_on_air')
    await stage.as.marc.post(`${stage.ours}/shows/${show}/broadcast`, {})
    const marc = await send(show, 'marc')
    await plays(marc, () => video(show))
    const visitor = await watch(show)
    await plays(marc, () => came(visitor) > 0)
    await join(world.app, stage.as, stage.ours, 'selma', 'seller')
    for (const each of [selma, before, marc, visitor]) each.close()
  }, 60_000)

  test('goes over to the next host without those who watch doing anything', async () => {
    const { show, path } = await onAir(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const visitor = await watch(show)
    const member = await memberId(stage.as.olga, stage.ours, cast.marc.name)
    await stage.as.selma.post(`${path}/hand-over`, { member })
    await stage.as.marc.post(`${path}/broadcast`, {})
    await expect(send(show)).rejects.toThrow('409 not_on_air')
    const marc = await send(show, 'marc')
    const before = came(visitor)
    await plays(marc, () => came(visitor) > before)
    for (const each of [selma, marc, visitor]) each.close()
  }, 60_000)
})

describe('nobody sends a picture', () => {
  const offer = async () => {
    const peer = await makePeer({ sends: true })
    peer.close()
    return peer.offer
  }
  test.each([
    ['who is not on the air', 'marc', '409 not_on_air'],
    ['who may not host', 'theo', '403 forbidden'],
    ['who is of another team', 'rita', '404 not_found'],
  ] as const)('%s', async (_, name, answer) => {
    const { path } = await onAir(stage)
    const { status, body } = await stage.as[name].post(`${path}/whip`, await offer(), type)
    expect(`${status} ${body.code}`).toBe(answer)
  })

  test.each([
    ['of nothing', '', '422 bad_offer'],
    [
      'of data alone',
      'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n',
      '422 bad_offer',
    ],
    ['of words', 'let me in', '422 bad_offer'],
    ['without end', `v=0\r\n${'a=x\r\n'.repeat(10_000)}`, '413 too_large'],
  ])('by an offer %s', async (_, text, answer) => {
    const { path, show } = await onAir(stage)
    const sent = await stage.as.selma.post(`${path}/whip`, text, type)
    expect(`${sent.status} ${sent.body.code}`).toBe(answer)
    const json = await stage.as.selma.post(`${path}/whip`, { sdp: text })
    expect(json.status).toBe(415)
    expect((await nobody().post(`/shows/${show}/whep`, text, type)).status).toBeGreaterThanOrEqual(409)
  })

  test('for a show that is not on', async () => {
    const show = await schedule(stage, 'Tomorrow')
    await expect(send(show)).rejects.toThrow('409 not_on_air')
    await expect(watch(show)).rejects.toThrow('409 not_on_air')
  })
})

describe('a media server of the operator’s', () => {
  const question = (address: string, more: object = {}) => {
    const { pathname, search } = new URL(address)
    const [, path, kind] = pathname.split('/')
    return {
      action: kind === 'whip' ? 'publish' : 'read',
      path,
      query: search.slice(1),
      protocol: 'webrtc',
      ...more,
    }
  }
  const asked = async (body: object) => (await nobody().post('/media/authorization', body)).status

  test('lets in who has a fresh address of ours, for that alone, and as long as they are on the air', async () => {
    const { show, path } = await onAir(stage)
    const [open] = await asService(world.database, (tx) =>
      rows<{ id: string }>(tx, sql`select id from broadcasts where show_id = ${show} and ended_at is null`),
    )
    const address = mediaAddress('https://media.example', secret, {
      does: 'publish',
      show,
      broadcast: open?.id as string,
      account: stage.own.olga,
    })
    expect(address).toMatch(new RegExp(`^https://media.example/${show}/whip\\?token=`))
    expect(await asked(question(address))).toBe(200)
    expect(await asked(question(address, { action: 'read' }))).toBe(401)
    expect(await asked(question(address, { path: 'another' }))).toBe(401)

    const mine = mediaAddress('http://media.example', secret, { does: 'read', show })
    expect(await asked(question(mine))).toBe(200)
    for (const query of ['', 'token=', `token=read.${show}.-.-.9999999999.forged`, 'token=.....'])
      expect(await asked(question(mine, { query }))).toBe(401)
    expect((await stage.as.selma.get(`${path}/whip`)).body.url).toBe(`/api/v1${path}/whip`)
    await stage.as.selma.post(`${path}/stop`)
    expect(await asked(question(address))).toBe(401)
  })
})
