import { readStats, sumStat } from './webrtc-stats.ts'
import { endMediaSession, exchangeSdp } from './whip-whep.ts'

/** Bits per second, enough for 720p at 30 frames. More would be too much for viewers on mobile networks. */
const mostBits = 2_500_000
const patienceMs = 4000

/** `stopped`: ended by this page. `lost`: the connection broke, or the server ended it. */
export type PublishEndReason = 'stopped' | 'lost'
export type PublisherStats = {
  /** Bits per second since the last measurement. */
  bitrate: number
  lossPercent: number
  roundTripMs: number
  width: number
  height: number
  framesPerSecond: number
}
export type StreamPublisher = {
  stop(): void
  stats(): Promise<PublisherStats>
  /** Replaces the video and sound. @returns false if there are more tracks than were offered: then publish again */
  replace(stream: MediaStream): Promise<boolean>
  ended: Promise<PublishEndReason>
}

/** The constraints for opening a camera. */
export const cameraConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }

/**
 * Sends a camera's video and sound to an address.
 * @throws OfferRefused
 */
export async function publishStream({
  stream,
  url,
}: {
  stream: MediaStream
  url: string
}): Promise<StreamPublisher> {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  for (const track of stream.getTracks()) await send(peer, track, stream)
  const { session } = await exchangeSdp(peer, url).catch((error) => {
    peer.close()
    throw error
  })
  const { promise: ended, resolve } = Promise.withResolvers<PublishEndReason>()
  const leave = () => end('stopped')
  function end(reason: PublishEndReason) {
    if (peer.signalingState === 'closed') return resolve(reason)
    removeEventListener('pagehide', leave)
    peer.close()
    endMediaSession(session)
    resolve(reason)
  }
  addEventListener('pagehide', leave)
  watchOver(peer, () => end('lost'))
  return { stop: leave, stats: figuresOf(peer), replace: (other) => replace(peer, other), ended }
}

async function send(peer: RTCPeerConnection, track: MediaStreamTrack, stream: MediaStream) {
  const isPicture = track.kind === 'video'
  const { sender } = peer.addTransceiver(track, {
    direction: 'sendonly',
    streams: [stream],
    sendEncodings: isPicture ? [{ maxBitrate: mostBits, maxFramerate: 30 }] : [{}],
  })
  // Motion matters more than sharpness: on a bad connection, the browser shall reduce the resolution.
  if (isPicture)
    await sender.setParameters({ ...sender.getParameters(), degradationPreference: 'maintain-framerate' })
}

/** An interrupted connection may recover within some seconds. */
function watchOver(peer: RTCPeerConnection, lost: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  peer.addEventListener('connectionstatechange', () => {
    clearTimeout(timer)
    if (['failed', 'closed'].includes(peer.connectionState)) lost()
    if (peer.connectionState === 'disconnected') timer = setTimeout(lost, patienceMs)
  })
}

async function replace(peer: RTCPeerConnection, stream: MediaStream): Promise<boolean> {
  const places = peer.getTransceivers().map(({ sender, receiver }) => ({ sender, kind: receiver.track.kind }))
  const tracks = stream.getTracks()
  if (!tracks.every(({ kind }) => places.some((place) => place.kind === kind))) return false
  for (const { sender, kind } of places) {
    await sender.replaceTrack(tracks.find((track) => track.kind === kind) ?? null)
  }
  return true
}

function figuresOf(peer: RTCPeerConnection): StreamPublisher['stats'] {
  let last = { bytes: 0, at: performance.now() }
  return async () => {
    const all = await readStats(peer)
    const sent = all.filter(({ type }) => type === 'outbound-rtp')
    const reports = all.filter(({ type }) => type === 'remote-inbound-rtp')
    const shown = sent.find(({ kind }) => kind === 'video')
    const about = reports.find(({ kind }) => kind === 'video') ?? reports[0]
    const now = { bytes: sumStat(sent, ({ bytesSent }) => bytesSent), at: performance.now() }
    const bitrate = ((now.bytes - last.bytes) * 8000) / Math.max(1, now.at - last.at)
    last = now
    return {
      bitrate: Math.round(bitrate),
      lossPercent: (about?.fractionLost ?? 0) * 100,
      roundTripMs: (about?.roundTripTime ?? 0) * 1000,
      width: shown?.frameWidth ?? 0,
      height: shown?.frameHeight ?? 0,
      framesPerSecond: shown?.framesPerSecond ?? 0,
    }
  }
}
