import { exchange, hangUp } from './exchange.ts'
import { type Entry, entries } from './figures.ts'

const patience = 8000

/** No packet came through within the time that it takes on any network that lets some through. */
export class NoWay extends Error {}

export type Line = {
  stream: MediaStream
  /** Whether something new was seen, or heard where there is nothing to see, since the last look. */
  goesOn(): Promise<boolean>
  received(): Promise<Entry[]>
  close(): void
}

/** One connection to what is sent at an address; `coming` hears of its stream early. @throws Unanswered, NoWay */
export async function openLine(url: string, coming: (stream: MediaStream) => void): Promise<Line> {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  const stream = new MediaStream()
  peer.addEventListener('track', ({ track }) => stream.addTrack(track))
  for (const kind of ['video', 'audio']) peer.addTransceiver(kind, { direction: 'recvonly' })
  let session: string | undefined
  const close = () => {
    peer.close()
    hangUp(session)
  }
  try {
    ;({ session } = await exchange(peer, url))
    coming(stream)
    await connected(peer)
  } catch (error) {
    close()
    throw error
  }
  const received = async () => (await entries(peer)).filter(({ type }) => type === 'inbound-rtp')
  return { stream, received, goesOn: progress(received), close }
}

function connected(peer: RTCPeerConnection): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new NoWay()), patience)
    const look = () => {
      if (['connecting', 'new', 'disconnected'].includes(peer.connectionState)) return
      clearTimeout(timer)
      if (peer.connectionState === 'connected') done()
      else fail(new NoWay())
    }
    peer.addEventListener('connectionstatechange', look)
    look()
  })
}

/** Pictures must be decoded while there are any; a host whose camera is off is heard and not seen. */
function progress(received: () => Promise<Entry[]>): () => Promise<boolean> {
  let [frames, seen, heard] = [0, 0, 0]
  return async () => {
    const all = await received()
    const picture = all.find(({ kind }) => kind === 'video')
    const sound = all.find(({ kind }) => kind === 'audio')
    const before = { frames, seen, heard }
    frames = picture?.framesDecoded ?? 0
    seen = picture?.packetsReceived ?? 0
    heard = sound?.packetsReceived ?? 0
    return frames > before.frames || (seen === before.seen && heard > before.heard)
  }
}
