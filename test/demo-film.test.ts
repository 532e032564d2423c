import { describe, expect, test } from 'vitest'
import { type Film, readFilm, writeFilm } from '../cast/film/film-file.ts'
import { makeFilmPacketizer } from '../cast/film/film-packets.ts'
import { playFilm, readDemoFilm } from '../cast/film/play-film.ts'
import { connectPeer, waitUntil } from '../cast/webrtc-peers.ts'
import type { MediaKind } from '../src/video/codecs.ts'
import { payloadTypeOf, sequenceOf, ssrcOf, timestampOf } from '../src/video/rtp.ts'
import { openRelayWorld, receivedMedia } from './support/relay-world.ts'

const { relay, given, kept } = await openRelayWorld()
const legs = [
  { kind: 'video' as const, payloadType: 96, ssrc: 7 },
  { kind: 'audio' as const, payloadType: 97, ssrc: 8 },
]
const isWhole = (payload: Buffer) =>
  (payload.readUInt8(0) & 0x17) === 0x10 && (payload.readUInt8(1) & 1) === 0

describe('the demo’s film', () => {
  const film = readDemoFilm()
  const of = (kind: MediaKind) => film.frames.filter((frame) => frame.kind === kind)

  test('is short, and small enough for a repository', () => {
    expect(film.milliseconds).toBeGreaterThanOrEqual(10_000)
    expect(writeFilm(film).length).toBeLessThan(600_000)
  })

  test('begins with a key frame, and has one at least every two seconds', () => {
    const whole = of('video').filter(({ payload }) => isWhole(payload))
    expect(of('video')[0]).toBe(whole[0])
    const times = [...whole.map(({ at }) => at), film.milliseconds]
    expect(times[0]).toBe(0)
    for (const [nth, at] of times.slice(1).entries()) expect(at - (times[nth] as number)).toBeLessThan(2000)
  })

  test('has more than ten complete frames a second, and sound all the time', () => {
    const pictures = new Set(of('video').map(({ at }) => at))
    expect(pictures.size).toBeGreaterThan((film.milliseconds / 1000) * 10)
    expect(of('video').filter(({ marker }) => marker)).toHaveLength(pictures.size)
    expect(of('audio').length).toBeGreaterThan(film.milliseconds / 21)
  })

  test('is read as it was written, and refused if it is cut off or not a film', () => {
    const file = writeFilm(film)
    expect(writeFilm(readFilm(file)).equals(file)).toBe(true)
    expect(() => readFilm(file.subarray(0, -1))).toThrow('cut off')
    expect(() => readFilm(Buffer.from('a picture of a bear'))).toThrow('not a film')
  })
})

describe('a repeated film', () => {
  const short: Film = {
    milliseconds: 100,
    frames: [
      { kind: 'video', at: 0, marker: false, payload: Buffer.from('whole') },
      { kind: 'video', at: 0, marker: true, payload: Buffer.from('picture') },
      { kind: 'audio', at: 20, marker: false, payload: Buffer.from('sound') },
      { kind: 'video', at: 50, marker: true, payload: Buffer.from('next') },
    ],
  }
  const sent = (until: number) => [...makeFilmPacketizer(short, legs).due(until)]
  const ofVideo = (until: number) =>
    sent(until).flatMap(({ kind, packet }) => (kind === 'video' ? packet : []))

  test('sends only the packets that are due', () => {
    expect(sent(0)).toHaveLength(2)
    expect(sent(49)).toHaveLength(3)
    expect(sent(149)).toHaveLength(7)
    const reel = makeFilmPacketizer(short, legs)
    expect([[...reel.due(60)].length, [...reel.due(60)].length, [...reel.due(100)].length]).toEqual([4, 0, 2])
  })

  test('has numbers and timestamps that only rise', () => {
    const packets = ofVideo(1040)
    expect(packets.map(sequenceOf)).toEqual(Array.from({ length: packets.length }, (_, nth) => nth + 1))
    expect(packets.slice(0, 6).map(timestampOf)).toEqual([0, 0, 4500, 9000, 9000, 13_500])
  })

  test('wraps around at sixteen and thirty-two bits', () => {
    const packets = ofVideo(2_200_000)
    expect(packets.slice(65_534, 65_537).map(sequenceOf)).toEqual([65_535, 0, 1])
    const [late] = [...makeFilmPacketizer({ ...short, milliseconds: 2 ** 26 }, legs).due(2 ** 26)].slice(-2)
    expect(timestampOf(late?.packet as Buffer)).toBe((2 ** 26 * 90) % 2 ** 32)
  })

  test('has the right payload type and SSRC in each packet', () => {
    const all = sent(60).map(({ packet }) => [
      payloadTypeOf(packet),
      ssrcOf(packet),
      packet.readUInt8(1) >> 7,
    ])
    expect(all).toEqual([
      [96, 7, 0],
      [96, 7, 1],
      [97, 8, 0],
      [96, 7, 1],
    ])
  })
})

describe('played to a show', () => {
  test('it can be seen and heard, continues after a broken connection, and ends with the show', async () => {
    const leaving = new AbortController()
    let wanted = true
    const ask = (offer: string) => relay.publish({ stream: given.stream, owner: 'selma', offer })
    const playing = playFilm(ask, async () => wanted, leaving.signal)
    await waitUntil(() => relay.has(given.stream))
    const rita = kept(
      await connectPeer({ sends: false }, (offer) => relay.view({ stream: given.stream, offer })),
    )
    const seen = () => receivedMedia(rita, 'video').map(sequenceOf)
    await waitUntil(() => seen().length > 20 && receivedMedia(rita, 'audio').length > 20)
    expect(seen().every((number, nth) => nth === 0 || number > (seen()[nth - 1] as number))).toBe(true)
    relay.endPublishing(() => true, 'keep viewers')
    const before = seen().length
    await waitUntil(() => seen().length > before + 20)
    wanted = false
    relay.endPublishing(() => true)
    await playing
    expect(relay.has(given.stream)).toBe(false)
    leaving.abort()
  })
})
