import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openFakeCameraBrowser, startRelayServer } from '../../bench/relay-server.ts'
import { writeKeyFrameRequest } from '../../src/video/rtcp.ts'
import { isRtcp, isRtp, sequenceOf, ssrcOf, timestampOf, unwrapSequence } from '../../src/video/rtp.ts'
import { connectPeer, type TrackLink, waitUntil } from '../webrtc-peers.ts'
import { drawScene } from './draw-scene.ts'
import { type Film, type FilmFrame, writeFilm } from './film-file.ts'

/*
 * Makes show.film: `node cast/film/record-film.ts`. Node has no video encoder, but a browser has one: it draws and
 * plays the scene and sends it through the relay, and the packets that arrive are stored. The scene is sent slowly
 * and played faster, so that a busy machine can draw all frames.
 */
const milliseconds = 12_000
const slower = 3
const bits = { video: 310_000 / slower, audio: 24_000 }
const wholePictureEvery = 1_800 * slower

const stage = await startRelayServer()
const browser = await openFakeCameraBrowser()
try {
  const page = await browser.context.newPage()
  await page.goto(stage.origin)
  await page.evaluate(`globalThis.drawScene = ${drawScene}`)
  await page.evaluate(perform, { milliseconds, slower, bits })
  await waitUntil(() => stage.relay.has('show'))
  const viewer = await connectPeer({ sends: false }, (offer) => stage.relay.view({ stream: 'show', offer }))
  const [picture, sound] = viewer.legs as [TrackLink, TrackLink]
  const wholePicture = () => {
    const last = picture.came.findLast(isMedia)
    if (last) picture.track.sendMessageBinary(writeKeyFrameRequest(ssrcOf(last)))
  }
  await rest(8000)
  for (const leg of viewer.legs) leg.came.length = 0
  const asking = setInterval(wholePicture, wholePictureEvery)
  await rest(milliseconds * slower + wholePictureEvery * 2)
  clearInterval(asking)
  const frames = [...pictures(picture), ...sounds(sound)].toSorted((one, other) => one.at - other.at)
  const film = writeFilm({ milliseconds, frames })
  writeFileSync(join(import.meta.dirname, 'show.film'), film)
  say({ milliseconds, frames }, film.length)
  viewer.close()
} finally {
  await browser.close()
  await stage.close()
}

/** Runs in the page: draws and plays the scene, which is back at its beginning after `milliseconds`, and sends it. */
async function perform(given: { milliseconds: number; slower: number; bits: typeof bits }) {
  const { exchangeSdp } = await import('/web/video/whip-whep.ts' as string)
  const draw = (globalThis as unknown as { drawScene: typeof drawScene }).drawScene
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 640 })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  const [track] = canvas.captureStream(30).getVideoTracks() as [MediaStreamTrack]
  setInterval(
    () => draw(pen, (performance.now() / given.slower / given.milliseconds) % 1),
    (1000 / 15) * given.slower,
  )

  const air = new AudioContext()
  const out = air.createMediaStreamDestination()
  const notes = [0, 4, 7, 12, 9, 7, 4, 2, 0, 5, 9, 12, 14, 9, 5, 2]
  const length = given.milliseconds / 1000 / notes.length
  const pluck = (at: number, pitch: number, loudness: number) => {
    const [tone, volume] = [air.createOscillator(), air.createGain()]
    tone.type = 'sine'
    tone.frequency.value = 196 * 2 ** (pitch / 12)
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(loudness, at + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.0005, at + 1.6)
    tone.connect(volume).connect(out)
    tone.start(at)
    tone.stop(at + 1.7)
  }
  for (let nth = 0; nth < 200; nth++) {
    const pitch = notes[nth % notes.length] as number
    pluck(0.1 + nth * length, pitch, 0.09)
    if (nth % 4 === 0) pluck(0.1 + nth * length, pitch - 12, 0.07)
  }

  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  const seen = peer.addTransceiver(track, {
    direction: 'sendonly',
    sendEncodings: [{ maxBitrate: given.bits.video }],
  })
  const vp8 = RTCRtpReceiver.getCapabilities('video')?.codecs.filter(({ mimeType }) => /vp8/i.test(mimeType))
  seen.setCodecPreferences(vp8 ?? [])
  await seen.sender.setParameters({
    ...seen.sender.getParameters(),
    degradationPreference: 'maintain-resolution',
  })
  const [heard] = out.stream.getAudioTracks() as [MediaStreamTrack]
  peer.addTransceiver(heard, { direction: 'sendonly', sendEncodings: [{ maxBitrate: given.bits.audio }] })
  await exchangeSdp(peer, '/whip')
}

function isMedia(packet: Buffer) {
  return isRtp(packet) && !isRtcp(packet)
}

/** The received packets in order, with sequence numbers that do not wrap around. */
function ordered(leg: TrackLink) {
  const came = leg.came.filter(isMedia)
  let [near, time] = [sequenceOf(came[0] as Buffer), 0]
  let last = timestampOf(came[0] as Buffer)
  const all = came.map((packet) => {
    near = unwrapSequence(sequenceOf(packet), near)
    time += (timestampOf(packet) - last) | 0
    last = timestampOf(packet)
    return { sequence: near, time, marker: packet.readUInt8(1) >= 0x80, payload: payloadOf(packet) }
  })
  return all
    .toSorted((one, other) => one.sequence - other.sequence)
    .filter(({ payload }) => payload.length > 0)
}

function payloadOf(packet: Buffer): Buffer {
  const first = packet.readUInt8(0)
  const sources = 12 + (first & 0x0f) * 4
  const begin = sources + (first & 0x10 ? 4 + packet.readUInt16BE(sources + 2) * 4 : 0)
  return packet.subarray(
    begin,
    first & 0x20 ? packet.length - packet.readUInt8(packet.length - 1) : undefined,
  )
}

/**
 * The packets from a key frame on, without the parts of VP8's descriptor (RFC 7741) that do not mark the beginning of
 * a frame: its picture numbers would go back when the film is repeated.
 */
function pictures(leg: TrackLink): FilmFrame[] {
  const all = ordered(leg).map((one) => ({ ...one, payload: plain(one.payload) }))
  const first = all.findIndex(({ payload }) => isWhole(payload))
  const begun = all[first]
  if (!begun) throw new Error('No key frame arrived.')
  return all
    .slice(first)
    .map(({ time, marker, payload }) => ({
      kind: 'video' as const,
      at: Math.round((time - begun.time) / 90 / slower),
      marker,
      payload,
    }))
    .filter(({ at }) => at < milliseconds)
}

function plain(payload: Buffer): Buffer {
  const first = payload.readUInt8(0)
  if (!(first & 0x80)) return payload
  const more = payload.readUInt8(1)
  let at = 2
  if (more & 0x80) at += payload.readUInt8(at) & 0x80 ? 2 : 1
  if (more & 0x40) at++
  if (more & 0x30) at++
  return Buffer.concat([Buffer.of(first & 0x7f), payload.subarray(at)])
}

function isWhole(payload: Buffer) {
  const begins = (payload.readUInt8(0) & 0x17) === 0x10
  return begins && (payload.readUInt8(1) & 1) === 0
}

function sounds(leg: TrackLink): FilmFrame[] {
  return ordered(leg)
    .map(({ time, marker, payload }) => ({
      kind: 'audio' as const,
      at: Math.round(time / 48),
      marker,
      payload,
    }))
    .filter(({ at }) => at < milliseconds)
}

function say({ frames }: Film, bytes: number) {
  const of = (kind: FilmFrame['kind']) => frames.filter((frame) => frame.kind === kind)
  const whole = of('video').filter(({ payload }) => isWhole(payload))
  const shown = new Set(of('video').map(({ at }) => at)).size
  console.log(`${bytes} bytes: ${shown} pictures, whole ones at ${whole.map(({ at }) => at).join(' ')} ms;`)
  console.log(`${of('video').length} packets of picture, ${of('audio').length} of sound`)
}
