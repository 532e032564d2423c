import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { scheduleCastShow, startCastShow } from '../../cast/cast-shows.ts'
import { cast } from '../../cast/people.ts'
import { findMemberId, joinAccount, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { connectPeer, makeRtpPacket, makeWebRtcPeer, type WebRtcPeer } from '../../cast/webrtc-peers.ts'
import { testSecret } from '../../test/support/test-environment.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import { queryRows, serviceTransaction } from '../platform/database/database.ts'
import type { RunningServer } from '../server/start.ts'
import { mediaServerUrl } from './media-server.ts'

let world: RunningServer
let stage: SignedInCast
beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast())
})
afterAll(() => world.stop())

const type = { 'content-type': 'application/sdp' }
const nobody = () => makeApiClient(world.app)

/** Posts an offer to a WHIP or WHEP route. */
const ask = (client: ApiClient, path: string) => async (offer: string) => {
  const { status, body, headers } = await client.post(path, offer, type)
  if (status !== 201) throw new Error(`${status} ${body.code}`)
  return { session: String(headers.location).split('/').at(-1) as string, answer: body as string }
}
const send = (show: string, name: 'selma' | 'marc' = 'selma') =>
  connectPeer({ sends: true }, ask(stage.as[name], `${stage.ours}/shows/${show}/whip`))
const watch = (show: string) => connectPeer({ sends: false }, ask(nobody(), `/shows/${show}/whep`))

let sequence = 0
function play({ legs }: WebRtcPeer, packets = 5) {
  for (let nth = 0; nth < packets; nth++)
    for (const leg of legs) leg.track.sendMessageBinary(makeRtpPacket(leg, ++sequence, sequence * 3000))
}
/** Sends packets until `comes()` is true: the relay may notice a connection later than its other side. */
async function plays(peer: WebRtcPeer, comes: () => boolean | Promise<boolean>) {
  for (const end = performance.now() + 30_000; !(await comes()); await rest(30)) {
    if (performance.now() > end) throw new Error('The condition did not become true in time.')
    play(peer)
  }
}
const came = ({ legs }: WebRtcPeer) => legs.reduce((sum, leg) => sum + leg.came.length, 0)
/** How many packets of a sender reach a viewer in the next moment. */
async function comeThrough(sender: WebRtcPeer, viewer: WebRtcPeer) {
  const before = came(viewer)
  play(sender, 20)
  await rest(300)
  return came(viewer) - before
}
const video = async (show: string) => (await nobody().get(`/shows/${show}`)).body.video

describe('the video', () => {
  test('reaches viewers from Selma, who is on the air, whether or not they are signed in', async () => {
    const { show } = await startCastShow(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const visitor = await watch(show)
    await plays(selma, () => came(visitor) >= 5)
    for (const each of [selma, visitor]) each.close()
    await expect.poll(() => video(show)).toBe(false)
  })

  test('is cut at the moment when Selma is removed, and continues with Marc for the same viewers', async () => {
    const { show } = await startCastShow(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const before = await watch(show)
    await plays(selma, () => came(before) > 0)
    const removed = await findMemberId(stage.as.olga, stage.ours, cast.selma.name)
    await stage.as.olga.delete(`${stage.ours}/members/${removed}`, {})
    const peers = [selma, before]
    try {
      expect((await stage.as.olga.get(`${stage.ours}/shows/${show}`)).body.status).toBe('stopped')
      // The relay receives the removal just after its commit, and what was sent until then may still be on its way.
      await expect.poll(() => comeThrough(selma, before)).toBe(0)
      expect(await comeThrough(selma, before)).toBe(0)
      await expect(send(show)).rejects.toThrow('404 not_found')
      await expect(watch(show)).rejects.toThrow('409 not_on_air')
      await stage.as.marc.post(`${stage.ours}/shows/${show}/broadcast`, {})
      const marc = await send(show, 'marc')
      peers.push(marc)
      await plays(marc, () => video(show))
      const visitor = await watch(show)
      peers.push(visitor)
      await plays(marc, () => came(visitor) > 0)
    } finally {
      await joinAccount(world.app, stage.as, stage.ours, 'selma', 'seller')
      for (const each of peers) each.close()
    }
  }, 60_000)

  test('switches to the next host without any action of the viewers', async () => {
    const { show, path } = await startCastShow(stage)
    const selma = await send(show)
    await plays(selma, () => video(show))
    const visitor = await watch(show)
    const member = await findMemberId(stage.as.olga, stage.ours, cast.marc.name)
    await stage.as.selma.post(`${path}/hand-over`, { member })
    await stage.as.marc.post(`${path}/broadcast`, {})
    await expect(send(show)).rejects.toThrow('409 not_on_air')
    const marc = await send(show, 'marc')
    const before = came(visitor)
    await plays(marc, () => came(visitor) > before)
    for (const each of [selma, marc, visitor]) each.close()
  }, 60_000)
})

describe('video is not accepted', () => {
  const offer = async () => {
    const peer = await makeWebRtcPeer({ sends: true })
    peer.close()
    return peer.offer
  }
  test.each([
    ['from a host who is not on the air', 'marc', '409 not_on_air'],
    ['from a member who may not host', 'theo', '403 forbidden'],
    ['from a member of another team', 'rita', '404 not_found'],
  ] as const)('%s', async (_, name, answer) => {
    const { path } = await startCastShow(stage)
    const { status, body } = await stage.as[name].post(`${path}/whip`, await offer(), type)
    expect(`${status} ${body.code}`).toBe(answer)
  })

  test.each([
    ['that is empty', '', '422 bad_offer'],
    [
      'with only a data channel',
      'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n',
      '422 bad_offer',
    ],
    ['that is no SDP', 'let me in', '422 bad_offer'],
    ['that is too long', `v=0\r\n${'a=x\r\n'.repeat(10_000)}`, '413 too_large'],
  ])('with an offer %s', async (_, text, answer) => {
    const { path, show } = await startCastShow(stage)
    const sent = await stage.as.selma.post(`${path}/whip`, text, type)
    expect(`${sent.status} ${sent.body.code}`).toBe(answer)
    const json = await stage.as.selma.post(`${path}/whip`, { sdp: text })
    expect(json.status).toBe(415)
    expect((await nobody().post(`/shows/${show}/whep`, text, type)).status).toBeGreaterThanOrEqual(409)
  })

  test('for a show that is not live', async () => {
    const show = await scheduleCastShow(stage, 'Tomorrow')
    await expect(send(show)).rejects.toThrow('409 not_on_air')
    await expect(watch(show)).rejects.toThrow('409 not_on_air')
  })
})

describe('an external media server', () => {
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

  test('admits only clients with a fresh address from this server, for that action, and while the host is on the air', async () => {
    const { show, path } = await startCastShow(stage)
    const [open, now] = await serviceTransaction(world.database, async (tx) => {
      const [found] = await queryRows<{ id: string }>(
        tx,
        sql`select id from broadcasts where show_id = ${show} and ended_at is null`,
      )
      return [found, tx.now] as const
    })
    const right = { does: 'publish', show, broadcast: open?.id as string, account: stage.own.olga } as const
    const address = mediaServerUrl('https://media.example', testSecret, right, now)
    expect(address).toMatch(new RegExp(`^https://media.example/${show}/whip\\?token=`))
    expect(await asked(question(address))).toBe(200)
    expect(await asked(question(address, { action: 'read' }))).toBe(401)
    expect(await asked(question(address, { path: 'another' }))).toBe(401)

    const mine = mediaServerUrl('http://media.example', testSecret, { does: 'read', show }, now)
    expect(await asked(question(mine))).toBe(200)
    const stale = mediaServerUrl('http://media.example', testSecret, right, new Date(now.getTime() - 61_000))
    expect(await asked(question(stale))).toBe(401)
    for (const query of ['', 'token=', `token=read.${show}.-.-.9999999999.forged`, 'token=.....'])
      expect(await asked(question(mine, { query }))).toBe(401)
    expect((await stage.as.selma.get(`${path}/whip`)).body.url).toBe(`/api/v1${path}/whip`)
    await stage.as.selma.post(`${path}/stop`)
    expect(await asked(question(address))).toBe(401)
  })
})
