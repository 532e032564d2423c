import type { PeerConnection, Track } from 'node-datachannel'
import type { Kind } from '../src/video/codecs.ts'
import { guarded, hold, release } from '../src/video/native.ts'

/** One medium of a peer. Those who send number their packets from 1; those who watch get what came. */
export type Leg = { kind: Kind; track: Track; payloadType: number; ssrc: number; came: Buffer[] }
export type Peer = {
  peer: PeerConnection
  offer: string
  legs: Leg[]
  take(answer: string): void
  connected(): Promise<void>
  close(): void
}

export type Wish = { sends: boolean; media?: { kind: Kind; codec: string; parameters: [] | [string] }[] }

export const vp8AndOpus: Wish['media'] = [
  { kind: 'video', codec: 'VP8', parameters: [] },
  { kind: 'audio', codec: 'opus', parameters: ['minptime=10'] },
]
export const h264: Wish['media'] = [
  { kind: 'video', codec: 'H264', parameters: ['packetization-mode=1;profile-level-id=42e01f'] },
]

let ssrcs = 1000

/** A client with a real connection, as a browser is one: it offers. */
export async function makePeer({
  sends,
  media = vp8AndOpus as NonNullable<Wish['media']>,
}: Wish): Promise<Peer> {
  const library = await hold()
  const peer = new library.PeerConnection('client', {
    iceServers: [],
    disableAutoNegotiation: true,
    forceMediaTransport: true,
    bindAddress: '127.0.0.1',
  })
  const way = sends ? 'SendOnly' : 'RecvOnly'
  const legs = media.map(({ kind, codec, parameters }, nth): Leg => {
    const ssrc = ssrcs++
    const payloadType = 96 + nth
    const section =
      kind === 'video' ? new library.Video(String(nth), way) : new library.Audio(String(nth), way)
    if ('addVideoCodec' in section) section.addVideoCodec(payloadType, codec, ...parameters)
    else section.addAudioCodec(payloadType, codec, ...parameters)
    if (sends) section.addSSRC(ssrc, 'client', 'client', kind)
    const leg = { kind, track: peer.addTrack(section), payloadType, ssrc, came: [] as Buffer[] }
    leg.track.onMessage(guarded((packet) => leg.came.push(packet)))
    return leg
  })
  peer.setLocalDescription('offer')
  await until(() => peer.gatheringState() === 'complete')
  return {
    peer,
    offer: peer.localDescription()?.sdp ?? '',
    legs,
    take: (answer) => peer.setRemoteDescription(answer, 'answer'),
    connected: () => until(() => peer.state() === 'connected' && legs.every(({ track }) => track.isOpen())),
    close() {
      peer.close()
      release()
    },
  }
}

/** As an offerer the library now and then stumbles over an answer's candidate: then once more. */
export async function joined(
  wish: Wish,
  ask: (offer: string) => Promise<{ session: string; answer: string }>,
): Promise<Peer & { session: string; answer: string }> {
  for (let attempt = 0; ; attempt++) {
    const peer = await makePeer(wish)
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

/** A packet of media: the sequence tells which. */
export function rtp(
  leg: Leg,
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

export async function until(holds: () => boolean, patience = 10_000): Promise<void> {
  for (const end = performance.now() + patience; !holds(); ) {
    if (performance.now() > end) throw new Error('It did not come about in time.')
    await new Promise((soon) => setTimeout(soon, 5))
  }
}
