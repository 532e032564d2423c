import { randomBytes } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { h264Media, makeRtpPacket, type WebRtcPeer, waitUntil } from '../../cast/webrtc-peers.ts'
import {
  findTrackLink,
  openRelayWorld,
  receivedMedia,
  receivedRtcp,
  sendPackets,
} from '../../test/support/relay-world.ts'
import { mediaKinds } from './codecs.ts'
import { type SenderReport, writeKeyFrameRequest, writeNack, writeSenderReport } from './rtcp.ts'
import { sequenceOf, ssrcOf } from './rtp.ts'
import { guardCallback } from './webrtc-library.ts'

const { relay, heard, given, lossy, nextShow, onAir, watching } = await openRelayWorld()

describe('published media', () => {
  test('reaches all viewers under their own numbers, and nobody in another show', async () => {
    const selma = await onAir()
    const [rita, theo] = [await watching(), await watching()]
    nextShow()
    const ritas = await onAir()
    const elsewhere = await watching()
    await sendPackets(selma, 1, 20)
    for (const kind of mediaKinds) {
      await waitUntil(
        () => receivedMedia(rita, kind).length === 20 && receivedMedia(theo, kind).length === 20,
      )
      expect(new Set(receivedMedia(rita, kind).map(ssrcOf)).size).toBe(1)
      expect(ssrcOf(receivedMedia(rita, kind)[0] as Buffer)).not.toBe(
        ssrcOf(receivedMedia(theo, kind)[0] as Buffer),
      )
      expect(receivedMedia(rita, kind).map((packet) => packet.subarray(12).toString())[19]).toBe('picture 19')
      expect(receivedMedia(elsewhere, kind)).toEqual([])
    }
    relay.end(ritas.session)
  })

  test('counts as begun with the first video packet, and not before', async () => {
    const selma = await onAir()
    expect([relay.has(given.stream), heard]).toEqual([false, []])
    findTrackLink(selma, 'audio').track.sendMessageBinary(makeRtpPacket(findTrackLink(selma, 'audio'), 1, 0))
    await rest(100)
    expect([relay.has(given.stream), heard]).toEqual([false, []])
    await sendPackets(selma, 1, 2)
    await waitUntil(() => relay.has(given.stream))
    expect(heard).toEqual([`begun ${given.stream}`])
  })

  test('may be sound alone; a viewer without the video’s codec is refused', async () => {
    const selma = await onAir('selma', [{ kind: 'audio', codec: 'opus', parameters: [] }])
    const rita = await watching()
    await sendPackets(selma, 1, 5)
    await waitUntil(() => receivedMedia(rita, 'audio').length === 5)
    expect(relay.has(given.stream)).toBe(true)
    await onAir('selma', h264Media)
    await expect(watching()).rejects.toMatchObject({ code: 'bad_offer' })
    await watching(h264Media)
  })
})

describe('a lost packet', () => {
  test('on the way to the server is requested again from the publisher', async () => {
    const selma = await onAir()
    await sendPackets(selma, 1, 3)
    await sendPackets(selma, 6, 3)
    const asked = () =>
      receivedRtcp(selma, 'video').flatMap((one) => (one.what === 'nack' ? one.sequences : []))
    await waitUntil(() => asked().includes(5))
    expect(asked().slice(0, 2)).toEqual([4, 5])
  })

  test('on the way to a viewer is sent again when that viewer requests it by their own number', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await sendPackets(selma, 1, 3)
    await waitUntil(() => mediaKinds.every((kind) => receivedMedia(rita, kind).length === 3))
    let left = 2
    lossy.lose = (to) => to === 'client' && left-- > 0
    await sendPackets(selma, 4, 6)
    await waitUntil(() => receivedMedia(rita, 'video').length === 8)
    const { repeated } = relay.stats()
    const { track } = findTrackLink(rita, 'video')
    const ssrc = ssrcOf(receivedMedia(rita, 'video')[0] as Buffer)
    track.sendMessageBinary(writeNack(ssrc + 1, [4]))
    track.sendMessageBinary(writeNack(ssrc, [4, 40_000]))
    await waitUntil(() => receivedMedia(rita, 'video').length === 9)
    const again = receivedMedia(rita, 'video').at(-1) as Buffer
    expect([sequenceOf(again), ssrcOf(again), again.subarray(12).toString()]).toEqual([4, ssrc, 'picture 0'])
    expect(relay.stats().repeated - repeated).toBe(1)
  })
})

test('a publisher is asked for a key frame when a viewer joins or asks, and gets its bitrate limit', async () => {
  const selma = await onAir()
  await sendPackets(selma, 1, 3)
  const wholes = () => receivedRtcp(selma, 'video').filter(({ what }) => what === 'key-frame').length
  await waitUntil(() => wholes() === 1)
  await rest(350)
  const rita = await watching()
  await waitUntil(() => wholes() === 2)
  await sendPackets(selma, 4, 3)
  await waitUntil(() => receivedMedia(rita, 'video').length > 0)
  const ssrc = ssrcOf(receivedMedia(rita, 'video')[0] as Buffer)
  for (let times = 0; times < 20; times++)
    findTrackLink(rita, 'video').track.sendMessageBinary(writeKeyFrameRequest(ssrc))
  await waitUntil(() => wholes() === 3)
  await waitUntil(() => findTrackLink(selma, 'video').came.some((packet) => packet.includes('REMB')))
})

test('a publisher’s report reaches viewers with their own SSRC, also those who join later', async () => {
  const [selma, rita] = [await onAir(), await watching()]
  await sendPackets(selma, 1, 2)
  await waitUntil(() => receivedMedia(rita, 'video').length === 2)
  const leg = findTrackLink(selma, 'video')
  leg.track.sendMessageBinary(
    writeSenderReport({ ssrc: leg.ssrc, time: 5n << 32n, timestamp: 6000, packets: 2, octets: 40 }),
  )
  const reports = (peer: WebRtcPeer) =>
    receivedRtcp(peer, 'video').filter((one): one is SenderReport => one.what === 'sender')
  await waitUntil(() => reports(rita).length === 1)
  const [first] = reports(rita)
  expect(first).toMatchObject({ ssrc: ssrcOf(receivedMedia(rita, 'video')[0] as Buffer), timestamp: 6000 })
  // A packet that arrives before the client has its keys is lost, as it may be on any network. With two clients, one
  // gets it.
  const late = [await watching(), await watching()]
  await waitUntil(() => late.some((peer) => reports(peer).length === 1))
  expect(late.flatMap(reports)[0]?.time).toBe(first?.time)
})

test('malformed packets from either side do not affect anybody else', async () => {
  const [selma, rita, theo] = [await onAir(), await watching(), await watching()]
  await sendPackets(selma, 1, 2)
  for (const peer of [selma, rita]) {
    for (const { track, payloadType, ssrc } of peer.legs) {
      for (let nth = 0; nth < 400; nth++) {
        const nonsense = randomBytes(12 + (nth % 60))
        nonsense.writeUInt8(0x80 | (nth & 0x1f), 0)
        // A client's library expects its own sequence numbers, so they continue.
        nonsense.writeUInt16BE(10 + nth, 2)
        nonsense.writeUInt8(nth % 3 === 0 ? payloadType : 198 + (nth % 12), 1)
        if (nth % 2) nonsense.writeUInt32BE(ssrc, 8)
        // Packets that the client's own library refuses would not reach the server.
        guardCallback(
          () => track.sendMessageBinary(nonsense),
          () => undefined,
        )()
      }
    }
  }
  await rest(200)
  const before = receivedMedia(theo, 'video').length
  await sendPackets(selma, 1000, 5)
  await waitUntil(() => receivedMedia(theo, 'video').length >= before + 5)
  expect(relay.viewers(given.stream)).toBe(2)
})
