import { randomBytes } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { h264, type Peer, rtp, until } from '../../cast/peers.ts'
import { legOf, media, messages, openVideo, send } from '../../test/relayed.ts'
import { kinds } from './codecs.ts'
import { guarded } from './native.ts'
import { type SenderReport, writeKeyFrameRequest, writeNack, writeSenderReport } from './rtcp.ts'
import { sequenceOf, ssrcOf } from './rtp.ts'

const { relay, heard, given, lossy, nextShow, onAir, watching } = await openVideo()

describe('what is sent', () => {
  test('reaches all that watch, under their own numbers, and nobody of another show', async () => {
    const selma = await onAir()
    const [rita, theo] = [await watching(), await watching()]
    nextShow()
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
    expect([relay.has(given.stream), heard]).toEqual([false, []])
    legOf(selma, 'audio').track.sendMessageBinary(rtp(legOf(selma, 'audio'), 1, 0))
    await rest(100)
    expect([relay.has(given.stream), heard]).toEqual([false, []])
    await send(selma, 1, 2)
    await until(() => relay.has(given.stream))
    expect(heard).toEqual([`begun ${given.stream}`])
  })

  test('may be sound alone; a picture in a codec that a viewer lacks is refused', async () => {
    const selma = await onAir('selma', [{ kind: 'audio', codec: 'opus', parameters: [] }])
    const rita = await watching()
    await send(selma, 1, 5)
    await until(() => media(rita, 'audio').length === 5)
    expect(relay.has(given.stream)).toBe(true)
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
    let left = 2
    lossy.lose = (to) => to === 'client' && left-- > 0
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
  // A packet that is there before the client's keys are is lost, as on any network; one of two is not.
  const late = [await watching(), await watching()]
  await until(() => late.some((peer) => reports(peer).length === 1))
  expect(late.flatMap(reports)[0]?.time).toBe(first?.time)
})

test('whatever packets either side makes up, everybody else goes on', async () => {
  const [selma, rita, theo] = [await onAir(), await watching(), await watching()]
  await send(selma, 1, 2)
  for (const peer of [selma, rita]) {
    for (const { track, payloadType, ssrc } of peer.legs) {
      for (let nth = 0; nth < 400; nth++) {
        const nonsense = randomBytes(12 + (nth % 60))
        nonsense.writeUInt8(0x80 | (nth & 0x1f), 0)
        // A client's library follows the numbers that it sends itself.
        nonsense.writeUInt16BE(10 + nth, 2)
        nonsense.writeUInt8(nth % 3 === 0 ? payloadType : 198 + (nth % 12), 1)
        if (nth % 2) nonsense.writeUInt32BE(ssrc, 8)
        // What the client's own library refuses would not get here either.
        guarded(
          () => track.sendMessageBinary(nonsense),
          () => undefined,
        )()
      }
    }
  }
  await rest(200)
  const before = media(theo, 'video').length
  await send(selma, 1000, 5)
  await until(() => media(theo, 'video').length >= before + 5)
  expect(relay.viewers(given.stream)).toBe(2)
})
