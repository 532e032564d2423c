import { readStats, type StatsEntry } from './webrtc-stats.ts'
import { endMediaSession, exchangeSdp } from './whip-whep.ts'

const patienceMs = 8000

/** No packet arrived within a time that is long enough on any network that lets media pass. */
export class NoMediaPath extends Error {}

export type StreamReceiver = {
  stream: MediaStream
  /** Whether new video has been decoded, or sound has arrived if there is no video, since the last check. */
  goesOn(): Promise<boolean>
  received(): Promise<StatsEntry[]>
  close(): void
}

/**
 * Receives the stream at an address by one connection. `coming` is called with its media stream early.
 * @throws OfferRefused or NoMediaPath
 */
export async function receiveStream(
  url: string,
  coming: (stream: MediaStream) => void,
): Promise<StreamReceiver> {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  const stream = new MediaStream()
  peer.addEventListener('track', ({ track }) => stream.addTrack(track))
  for (const kind of ['video', 'audio']) peer.addTransceiver(kind, { direction: 'recvonly' })
  let session: string | undefined
  const close = () => {
    peer.close()
    endMediaSession(session)
  }
  try {
    ;({ session } = await exchangeSdp(peer, url))
    coming(stream)
    await connected(peer)
  } catch (error) {
    close()
    throw error
  }
  const received = async () => (await readStats(peer)).filter(({ type }) => type === 'inbound-rtp')
  return { stream, received, goesOn: progress(received), close }
}

function connected(peer: RTCPeerConnection): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new NoMediaPath()), patienceMs)
    const look = () => {
      if (['connecting', 'new', 'disconnected'].includes(peer.connectionState)) return
      clearTimeout(timer)
      if (peer.connectionState === 'connected') done()
      else fail(new NoMediaPath())
    }
    peer.addEventListener('connectionstatechange', look)
    look()
  })
}

/** While video packets arrive, frames must be decoded. If the host's camera is off, there is only sound. */
function progress(received: () => Promise<StatsEntry[]>): () => Promise<boolean> {
  let [frames, videoPackets, soundPackets] = [0, 0, 0]
  return async () => {
    const all = await received()
    const picture = all.find(({ kind }) => kind === 'video')
    const sound = all.find(({ kind }) => kind === 'audio')
    const before = { frames, videoPackets, soundPackets }
    frames = picture?.framesDecoded ?? 0
    videoPackets = picture?.packetsReceived ?? 0
    soundPackets = sound?.packetsReceived ?? 0
    return (
      frames > before.frames || (videoPackets === before.videoPackets && soundPackets > before.soundPackets)
    )
  }
}
