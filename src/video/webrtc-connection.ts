import type { PeerConnection, Track } from 'node-datachannel'
import { Refusal } from '../errors/refusal.ts'
import { codecParameters } from './codecs.ts'
import { type AcceptedSection, readAnswerEnds, writeAnswer, writeLibraryOffer } from './sdp-answer.ts'
import type { SdpOffer } from './sdp-offer.ts'
import { guardCallback, type WebRtcLibrary } from './webrtc-library.ts'

const connectTimeoutMs = 10_000
/** After how many milliseconds the library must have described its end of the connection. */
const descriptionTimeoutMs = 3000

/** The address on which this machine receives media, and the address that browsers are given. */
export type MediaAddress = { bindAddress: string | undefined; port: number; publicIp: string | undefined }

export type WebRtcConnection = {
  /** One track for each accepted section, in the same order. */
  tracks: Track[]
  /** Whether packets can be sent: the library opens the tracks a moment after the connection itself. */
  connected: boolean
  ended: boolean
  answer(): Promise<string>
  /** Closes the connection at once and calls `onEnded`. A second call does nothing. */
  end(): void
}

type ConnectionOptions = {
  library: WebRtcLibrary
  place: MediaAddress
  offer: SdpOffer
  accepted: AcceptedSection[]
  /** The direction, seen from the server. */
  way: 'sendonly' | 'recvonly'
  onConnected(): void
  onEnded(): void
}

/**
 * Accepts one offered WebRTC connection. It ends by itself if it is not established in time.
 * @throws Refusal bad_offer
 */
export function acceptConnection({
  library,
  place,
  offer,
  accepted,
  way,
  onConnected,
  onEnded,
}: ConnectionOptions): WebRtcConnection {
  const peer = new library.PeerConnection('viewer', {
    iceServers: [],
    disableAutoNegotiation: true,
    forceMediaTransport: true,
    enableIceUdpMux: true,
    portRangeBegin: place.port,
    portRangeEnd: place.port,
    ...(place.bindAddress ? { bindAddress: place.bindAddress } : {}),
  })
  const connection: WebRtcConnection = {
    tracks: accepted.map((one) => addTrack(library, peer, one, way)),
    connected: false,
    ended: false,
    answer: async () => {
      accept(peer, writeLibraryOffer(offer, accepted, way === 'recvonly' ? 'sendonly' : 'recvonly'))
      peer.setLocalDescription('answer')
      const ends = readAnswerEnds(await localDescription(peer), place.publicIp)
      return writeAnswer(offer, accepted, way, ends)
    },
    end() {
      if (connection.ended) return
      connection.ended = true
      clearTimeout(timer)
      peer.close()
      onEnded()
    },
  }
  const timer = setTimeout(guardCallback(connection.end), connectTimeoutMs)
  const connectWhenOpen = guardCallback(() => {
    const isOpen = peer.state() === 'connected' && connection.tracks.every((track) => track.isOpen())
    if (!isOpen || connection.ended || connection.connected) return
    clearTimeout(timer)
    connection.connected = true
    onConnected()
  })
  for (const track of connection.tracks) track.onOpen(connectWhenOpen)
  peer.onStateChange(
    guardCallback((state) => {
      if (state === 'failed' || state === 'closed') connection.end()
      else connectWhenOpen()
    }),
  )
  return connection
}

function addTrack(
  library: WebRtcLibrary,
  peer: PeerConnection,
  { section: { kind, mid }, format, ssrc }: AcceptedSection,
  way: ConnectionOptions['way'],
): Track {
  const direction = way === 'sendonly' ? 'SendOnly' : 'RecvOnly'
  if (kind === 'video') {
    const video = new library.Video(mid, direction)
    video.addVideoCodec(format.payloadType, format.codec, ...codecParameters(format.codec))
    if (ssrc) video.addSSRC(ssrc, 'show', 'show', kind)
    return peer.addTrack(video)
  }
  const audio = new library.Audio(mid, direction)
  audio.addAudioCodec(format.payloadType, format.codec, ...codecParameters(format.codec))
  if (ssrc) audio.addSSRC(ssrc, 'show', 'show', kind)
  return peer.addTrack(audio)
}

function accept(peer: PeerConnection, offer: string) {
  try {
    peer.setRemoteDescription(offer, 'offer')
  } catch {
    throw new Refusal('bad_offer')
  }
}

/**
 * Waits for the library's description of its end, with its addresses. This takes milliseconds, since no other server is
 * asked.
 */
function localDescription(peer: PeerConnection): Promise<string> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Refusal('video_unavailable')), descriptionTimeoutMs)
    const look = guardCallback(() => {
      if (peer.gatheringState() !== 'complete') return
      clearTimeout(timer)
      done(peer.localDescription()?.sdp ?? '')
    })
    peer.onGatheringStateChange(look)
    look()
  })
}
