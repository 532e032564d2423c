import type { PeerConnection, Track } from 'node-datachannel'
import { logError } from '../src/platform/log.ts'
import type { MediaKind } from '../src/video/codecs.ts'
import { acquireLibrary, guardCallback, releaseLibrary } from '../src/video/webrtc-library.ts'

/** One medium of a peer. Senders number their packets from 1; receivers collect in `came` what arrived. */
export type TrackLink = { kind: MediaKind; track: Track; payloadType: number; ssrc: number; came: Buffer[] }
export type WebRtcPeer = {
  peer: PeerConnection
  offer: string
  legs: TrackLink[]
  take(answer: string): void
  connected(): Promise<void>
  close(): void
}

export type PeerOptions = {
  sends: boolean
  media?: { kind: MediaKind; codec: string; parameters: [] | [string] }[]
}

export const vp8AndOpusMedia: PeerOptions['media'] = [
  { kind: 'video', codec: 'VP8', parameters: [] },
  { kind: 'audio', codec: 'opus', parameters: ['minptime=10'] },
]
export const h264Media: PeerOptions['media'] = [
  { kind: 'video', codec: 'H264', parameters: ['packetization-mode=1;profile-level-id=42e01f'] },
]

let ssrcs = 1000

/** A client with a real WebRTC connection, like a browser's. It makes the offer. */
export async function makeWebRtcPeer({
  sends,
  media = vp8AndOpusMedia as NonNullable<PeerOptions['media']>,
}: PeerOptions): Promise<WebRtcPeer> {
  const library = await acquireLibrary()
  const peer = new library.PeerConnection('client', {
    iceServers: [],
    disableAutoNegotiation: true,
    forceMediaTransport: true,
    bindAddress: '127.0.0.1',
  })
  const way = sends ? 'SendOnly' : 'RecvOnly'
  const legs = media.map(({ kind, codec, parameters }, nth): TrackLink => {
    const ssrc = ssrcs++
    const payloadType = 96 + nth
    const section =
      kind === 'video' ? new library.Video(String(nth), way) : new library.Audio(String(nth), way)
    if ('addVideoCodec' in section) section.addVideoCodec(payloadType, codec, ...parameters)
    else section.addAudioCodec(payloadType, codec, ...parameters)
    if (sends) section.addSSRC(ssrc, 'client', 'client', kind)
    const leg = { kind, track: peer.addTrack(section), payloadType, ssrc, came: [] as Buffer[] }
    leg.track.onMessage(guardCallback((packet) => leg.came.push(packet)))
    return leg
  })
  peer.setLocalDescription('offer')
  await waitUntil(() => peer.gatheringState() === 'complete')
  return {
    peer,
    offer: peer.localDescription()?.sdp ?? '',
    legs,
    take: (answer) => peer.setRemoteDescription(answer, 'answer'),
    connected: () =>
      waitUntil(() => peer.state() === 'connected' && legs.every(({ track }) => track.isOpen())),
    close() {
      peer.close()
      releaseLibrary().catch((error) => logError('video', error))
    },
  }
}

/**
 * When it makes offers, the library sometimes fails to parse a candidate of the answer. Then it is tried once more.
 */
export async function connectPeer(
  wish: PeerOptions,
  ask: (offer: string) => Promise<{ session: string; answer: string }>,
): Promise<WebRtcPeer & { session: string; answer: string }> {
  for (let attempt = 0; ; attempt++) {
    const peer = await makeWebRtcPeer(wish)
    try {
      const { session, answer } = await ask(peer.offer)
      peer.take(answer)
      await peer.connected()
      return { ...peer, session, answer }
    } catch (error) {
      peer.close()
      if (attempt === 3 || !String(error).includes('ICE transport')) throw error
    }
  }
}

/** A media packet with this sequence number. */
export function makeRtpPacket(
  leg: TrackLink,
  sequence: number,
  timestamp: number,
  payload: string | Buffer = 'picture',
): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt8(0x80, 0)
  head.writeUInt8(leg.payloadType, 1)
  head.writeUInt16BE(sequence & 0xffff, 2)
  head.writeUInt32BE(timestamp >>> 0, 4)
  head.writeUInt32BE(leg.ssrc, 8)
  return Buffer.concat([head, Buffer.from(payload)])
}

export async function waitUntil(holds: () => boolean, timeoutMs = 10_000): Promise<void> {
  for (const end = performance.now() + timeoutMs; !holds(); ) {
    if (performance.now() > end) throw new Error('The condition did not become true in time.')
    await new Promise((soon) => setTimeout(soon, 5))
  }
}
