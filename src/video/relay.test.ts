import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { h264, joined, makePeer, type Peer, rtp, until, type Wish } from '../../test/peers.ts'
import { type Kind, kinds } from './codecs.ts'
import { openRelay } from './relay.ts'
import { read, type SenderReport, writeKeyFrameRequest, writeNack, writeSenderReport } from './rtcp.ts'
import { isRtcp, sequenceOf, ssrcOf, timestampOf } from './rtp.ts'

/* Real connections, on one port of this machine. Each test has a show of its own, and a room for three. */
const heard: string[] = []
/** So many packets to viewers get lost. */
let losing = 0
const relay = await openRelay({
  publicIp: undefined,
  port: 0,
  host: '127.0.0.1',
  mostViewers: 3,
  heard: { begun: (stream) => heard.push(`begun ${stream}`), lost: (stream) => heard.push(`lost ${stream}`) },
  loses: (leg) => leg === 'viewer' && losing-- > 0,
})
const peers: { close(): void }[] = []
let stream = ''
let shows = 0

beforeEach(() => {
  for (const peer of peers.splice(0)) peer.close()
  relay.endPublishing(() => true)
  stream = `show ${++shows}`
  heard.length = 0
})
afterAll(async () => {
  for (const peer of peers) peer.close()
  await relay.close()
})

const kept = <P extends Peer>(peer: P) => {
  peers.push(peer)
  return peer
}
const onAir = async (owner = 'selma', media?: Wish['media']) =>
  kept(
    await joined({ sends: true, ...(media && { media }) }, (offer) =>
      relay.publish({ stream, owner, offer }),
    ),
  )
const watching = async (media?: Wish['media']) =>
  kept(await joined({ sends: false, ...(media && { media }) }, (offer) => relay.view({ stream, offer })))

const legOf = (peer: Peer, kind: Kind) => {
  const found = peer.legs.find((leg) => leg.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const media = (peer: Peer, kind: Kind) => legOf(peer, kind).came.filter((packet) => !isRtcp(packet))
const messages = (peer: Peer, kind: Kind) =>
  legOf(peer, kind)
    .came.filter(isRtcp)
    .flatMap((packet) => [...read(packet)])
/** Sends packets of both media, numbered from one number on. */
async function send(peer: Peer, from: number, many: number, every = 10) {
  for (let nth = 0; nth < many; nth++) {
    for (const leg of peer.legs)
      leg.track.sendMessageBinary(rtp(leg, from + nth, (from + nth) * 3000, `picture ${nth}`))
    await rest(every)
  }
}

describe('what is sent', () => {
  test('reaches all that watch, under their own numbers, and nobody of another show', async () => {
    const selma = await onAir()
    const [rita, theo] = [await watching(), await watching()]
    stream = `show ${++shows}`
    const ritas = await onAir()
    const elsewhere = await watching()
    await send(selma, 1, 20)
    for (const kind of kinds) {
      await until(() => media(rita, kind).length === 20 && media(theo, kind).length === 20)
      expect(new Set(media(rita, kind).map(ssrcOf)).size).toBe(1)
      expect(ssrcOf(media(rita, kind)[0] as Buffer)).not.toBe(ssrcOf(media(theo, kind)[0] as Buffer))
      expect(media(rita, kind).map((packet) => packet.subarray(12).toString())[19]).toBe('picture 19')
      expect(media(elsewhere, kind)).toEqual([])
    }
    relay.end(ritas.session)
  })

  test('is said to have begun with the first picture, and is a picture until then of nobody', async () => {
    const selma = await onAir()
    expect([relay.has(stream), heard]).toEqual([false, []])
    legOf(selma, 'audio').track.sendMessageBinary(rtp(legOf(selma, 'audio'), 1, 0))
    await rest(100)
    expect([relay.has(stream), heard]).toEqual([false, []])
    await send(selma, 1, 2)
    await until(() => relay.has(stream))
    expect(heard).toEqual([`begun ${stream}`])
  })

  test('may be sound alone; a picture in a codec that a viewer lacks is refused', async () => {
    const selma = await onAir('selma', [{ kind: 'audio', codec: 'opus', parameters: [] }])
    const rita = await watching()
    await send(selma, 1, 5)
    await until(() => media(rita, 'audio').length === 5)
    expect(relay.has(stream)).toBe(true)
    await onAir('selma', h264)
    await expect(watching()).rejects.toMatchObject({ code: 'bad_offer' })
    await watching(h264)
  })
})

describe('what was lost', () => {
  test('on the way here is asked of the sender again', async () => {
    const selma = await onAir()
    await send(selma, 1, 3)
    await send(selma, 6, 3)
    const asked = () => messages(selma, 'video').flatMap((one) => (one.what === 'nack' ? one.sequences : []))
    await until(() => asked().includes(5))
    expect(asked().slice(0, 2)).toEqual([4, 5])
  })

  test('on the way to a viewer is sent again to whoever asks for their own number', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 1, 3)
    await until(() => kinds.every((kind) => media(rita, kind).length === 3))
    losing = 2
    await send(selma, 4, 6)
    await until(() => media(rita, 'video').length === 8)
    const { repeated } = relay.stats()
    const { track } = legOf(rita, 'video')
    const ssrc = ssrcOf(media(rita, 'video')[0] as Buffer)
    track.sendMessageBinary(writeNack(ssrc + 1, [4]))
    track.sendMessageBinary(writeNack(ssrc, [4, 40_000]))
    await until(() => media(rita, 'video').length === 9)
    const again = media(rita, 'video').at(-1) as Buffer
    expect([sequenceOf(again), ssrcOf(again), again.subarray(12).toString()]).toEqual([4, ssrc, 'picture 0'])
    expect(relay.stats().repeated - repeated).toBe(1)
  })
})

test('a sender is asked for a whole picture when somebody joins and when a viewer asks, and told what it may send', async () => {
  const selma = await onAir()
  await send(selma, 1, 3)
  const wholes = () => messages(selma, 'video').filter(({ what }) => what === 'key-frame').length
  await until(() => wholes() === 1)
  await rest(350)
  const rita = await watching()
  await until(() => wholes() === 2)
  await send(selma, 4, 3)
  await until(() => media(rita, 'video').length > 0)
  const ssrc = ssrcOf(media(rita, 'video')[0] as Buffer)
  for (let times = 0; times < 20; times++)
    legOf(rita, 'video').track.sendMessageBinary(writeKeyFrameRequest(ssrc))
  await until(() => wholes() === 3)
  await until(() => legOf(selma, 'video').came.some((packet) => packet.includes('REMB')))
})

test('a sender’s report reaches viewers with their own number, and those who join later', async () => {
  const [selma, rita] = [await onAir(), await watching()]
  await send(selma, 1, 2)
  await until(() => media(rita, 'video').length === 2)
  const leg = legOf(selma, 'video')
  leg.track.sendMessageBinary(
    writeSenderReport({ ssrc: leg.ssrc, time: 5n << 32n, timestamp: 6000, packets: 2, octets: 40 }),
  )
  const reports = (peer: Peer) =>
    messages(peer, 'video').filter((one): one is SenderReport => one.what === 'sender')
  await until(() => reports(rita).length === 1)
  const [first] = reports(rita)
  expect(first).toMatchObject({ ssrc: ssrcOf(media(rita, 'video')[0] as Buffer), timestamp: 6000 })
  const late = await watching()
  await until(() => reports(late).length === 1)
  expect(reports(late)[0]?.time).toBe(first?.time)
})

describe('when another takes over', () => {
  test('viewers go on where they are: numbers and timestamps rise as if nothing had happened', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 60_000, 5)
    await until(() => media(rita, 'video').length === 5)
    const marc = await onAir('marc')
    expect(relay.end(selma.session)).toBe(false)
    await send(marc, 17, 5)
    for (const kind of kinds) {
      await until(() => media(rita, kind).length === 10)
      const sequences = media(rita, kind).map(sequenceOf)
      expect(sequences).toEqual(Array.from({ length: 10 }, (_, nth) => 60_000 + nth))
      const times = media(rita, kind).map(timestampOf)
      expect(times.every((time, nth) => nth === 0 || time > (times[nth - 1] as number))).toBe(true)
      expect(new Set(media(rita, kind).map(ssrcOf)).size).toBe(1)
    }
    expect(heard).toEqual([`begun ${stream}`, `begun ${stream}`])
    expect(relay.viewers(stream)).toBe(1)
  })

  test('with another codec, viewers are ended, for they must connect anew', async () => {
    const rita = await onAir().then(() => watching())
    await onAir('marc', h264)
    expect([relay.viewers(stream), relay.end(rita.session)]).toEqual([0, false])
  })

  test('and the offer is none, the one who sends stays', async () => {
    const selma = await onAir()
    await expect(relay.publish({ stream, owner: 'marc', offer: 'v=0\r\n' })).rejects.toMatchObject({
      code: 'bad_offer',
    })
    await send(selma, 1, 2)
    await until(() => relay.has(stream))
  })
})

describe('an end', () => {
  test('of a session is at once; viewers wait for the next who sends', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 1, 3)
    await until(() => relay.has(stream))
    expect(relay.end(selma.session)).toBe(true)
    expect([relay.has(stream), heard.at(-1)]).toEqual([false, `lost ${stream}`])
    expect(relay.end(selma.session)).toBe(false)
    await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
    const marc = await onAir('marc')
    await send(marc, 1, 3)
    await until(() => media(rita, 'video').length >= 5)
  })

  test('of the show cuts all, without a word of a loss', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 1, 3)
    await until(() => media(rita, 'video').length === 3)
    relay.endStream(stream)
    await send(selma, 4, 10)
    expect(media(rita, 'video')).toHaveLength(3)
    expect([relay.end(selma.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`begun ${stream}`])
  })

  test('of somebody’s right to send cuts them and their viewers, even in the middle of their offer', async () => {
    const selmas = await onAir('selma')
    const rita = await watching()
    const mine = stream
    stream = `show ${++shows}`
    const marcs = await onAir('marc')
    const another = await makePeer({ sends: true })
    peers.push(another)
    const offered = relay.publish({ stream: 'a third', owner: 'selma', offer: another.offer })
    relay.endPublishing(({ owner }) => owner === 'selma')
    await expect(offered).rejects.toMatchObject({ code: 'not_on_air' })
    expect([relay.end(selmas.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`lost ${mine}`])
    await send(marcs, 1, 2)
    await until(() => relay.has(stream))
  })

  test('of it for a hand-over leaves their viewers to the next', async () => {
    await onAir('selma')
    const rita = await watching()
    relay.endPublishing(({ owner }) => owner === 'selma', 'keep viewers')
    await send(await onAir('marc'), 1, 3)
    await until(() => media(rita, 'video').length === 3)
  })
})

test('one who sends and vanishes is missed after three seconds', async () => {
  const selma = await onAir()
  await send(selma, 1, 3)
  const last = performance.now()
  await until(() => heard.includes(`lost ${stream}`))
  expect(performance.now() - last).toBeGreaterThan(2900)
  expect(performance.now() - last).toBeLessThan(3500)
})

test('a session that never connects ends after ten seconds, and gives its seat back', {
  timeout: 20_000,
}, async () => {
  await onAir()
  const shy = await Promise.all([0, 1, 2].map(() => makePeer({ sends: false })))
  peers.push(...shy)
  const sessions = await Promise.all(shy.map(({ offer }) => relay.view({ stream, offer })))
  await expect(watching()).rejects.toMatchObject({ code: 'show_full' })
  const selma = await onAir()
  for (let second = 0; second < 10; second++) await send(selma, second * 4 + 1, 4, 250)
  await until(() => sessions.every(({ session }) => !relay.end(session)), 2000)
  await watching()
})

test('nobody on the air, nothing to watch', async () => {
  await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
  expect([relay.has(stream), relay.viewers(stream), relay.end('nothing')]).toEqual([false, 0, false])
})
