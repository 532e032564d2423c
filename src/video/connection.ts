import type { PeerConnection, Track } from 'node-datachannel'
import { Refusal } from '../door/errors.ts'
import { type Accepted, readEnds, writeAnswer, writeOffer } from './answer.ts'
import { parametersOf } from './codecs.ts'
import { guarded, type Library } from './native.ts'
import type { Offer } from './offer.ts'

const patience = 10_000
const gathering = 3000

/** Where connections end on this machine, and where they are told to go. */
export type Place = { bindAddress: string | undefined; port: number; publicIp: string | undefined }

export type Connection = {
  /** One for each accepted section, in that order. */
  tracks: Track[]
  connected: boolean
  ended: boolean
  answer(): Promise<string>
  /** Ends it at once and tells whoever listens, once. */
  end(): void
}

type Given = {
  library: Library
  place: Place
  offer: Offer
  accepted: Accepted[]
  /** What we do. */
  way: 'sendonly' | 'recvonly'
  onConnected(): void
  onEnded(): void
}

/** One WebRTC connection that somebody offered. It ends by itself if it does not come about in time. @throws Refusal bad_offer */
export function connect({ library, place, offer, accepted, way, onConnected, onEnded }: Given): Connection {
  const peer = new library.PeerConnection('viewer', {
    iceServers: [],
    disableAutoNegotiation: true,
    forceMediaTransport: true,
    enableIceUdpMux: true,
    portRangeBegin: place.port,
    portRangeEnd: place.port,
    ...(place.bindAddress ? { bindAddress: place.bindAddress } : {}),
  })
  const connection: Connection = {
    tracks: accepted.map((one) => addTrack(library, peer, one, way)),
    connected: false,
    ended: false,
    answer: async () => {
      accept(peer, writeOffer(offer, accepted, way === 'recvonly' ? 'sendonly' : 'recvonly'))
      peer.setLocalDescription('answer')
      const ends = readEnds(await gathered(peer), place.publicIp)
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
  const timer = setTimeout(guarded(connection.end), patience)
  peer.onStateChange(
    guarded((state) => {
      if (state === 'failed' || state === 'closed') connection.end()
      if (state !== 'connected' || connection.ended || connection.connected) return
      clearTimeout(timer)
      connection.connected = true
      onConnected()
    }),
  )
  return connection
}

function addTrack(
  library: Library,
  peer: PeerConnection,
  { section: { kind, mid }, format, ssrc }: Accepted,
  way: Given['way'],
): Track {
  const direction = way === 'sendonly' ? 'SendOnly' : 'RecvOnly'
  if (kind === 'video') {
    const video = new library.Video(mid, direction)
    video.addVideoCodec(format.payloadType, format.codec, ...parametersOf(format.codec))
    if (ssrc) video.addSSRC(ssrc, 'show', 'show', kind)
    return peer.addTrack(video)
  }
  const audio = new library.Audio(mid, direction)
  audio.addAudioCodec(format.payloadType, format.codec, ...parametersOf(format.codec))
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

/** The library's description of itself once it knows its addresses: some milliseconds, for it asks nobody. */
function gathered(peer: PeerConnection): Promise<string> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Refusal('video_unavailable')), gathering)
    const look = guarded(() => {
      if (peer.gatheringState() !== 'complete') return
      clearTimeout(timer)
      done(peer.localDescription()?.sdp ?? '')
    })
    peer.onGatheringStateChange(look)
    look()
  })
}
