import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { connectPeer, type WebRtcPeer } from '../webrtc-peers.ts'
import { readFilm } from './film-file.ts'
import { type FilmPacket, makeFilmPacketizer } from './film-packets.ts'

const beat = 20
const reportEvery = 1000
/**
 * Milliseconds of a pause (such as a sleeping computer) after which playing continues without sending what was
 * missed.
 */
const nap = 2000
const pause = 1000
/**
 * The relay reports every second. Without a report for this long, it has ended the connection, although the
 * connection's state does not show this for some time.
 */
const silence = 3000

export const readDemoFilm = () => readFilm(readFileSync(join(import.meta.dirname, 'show.film')))

/** Sends an offer to the route that receives video. @throws if the offer is refused */
export type SendOffer = (offer: string) => Promise<{ session: string; answer: string }>

/**
 * Plays the film again and again, until `goesOn` returns false. A broken connection is made again.
 * @param goesOn called before each connection
 */
export async function playFilm(
  ask: SendOffer,
  goesOn: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  const film = readDemoFilm()
  while (!signal.aborted && (await goesOn())) {
    const peer = await connectPeer({ sends: true }, ask).catch((error: Error) => {
      console.log(`The film cannot be played: ${error.message}`)
    })
    // The library throws for a connection that is closing.
    if (peer) await project(peer, makeFilmPacketizer(film, peer.legs), signal).catch(() => undefined)
    peer?.close()
    await rest(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** Plays until the connection ends. */
async function project(
  { peer, legs }: WebRtcPeer,
  reel: ReturnType<typeof makeFilmPacketizer>,
  signal: AbortSignal,
) {
  const put = ({ kind, packet }: FilmPacket) => {
    const track = legs.find((leg) => leg.kind === kind)?.track
    if (track?.isOpen()) track.sendMessageBinary(packet)
  }
  let begun = performance.now()
  let [last, reported, heard] = [begun, begun, begun]
  while (!signal.aborted && peer.state() === 'connected' && last - heard < silence) {
    const now = performance.now()
    if (now - last > nap) [begun, heard] = [begun + now - last, now]
    for (const leg of legs) if (leg.came.splice(0).length > 0) heard = now
    last = now
    for (const due of reel.due(now - begun)) put(due)
    if (now - reported >= reportEvery) {
      reported = now
      for (const report of reel.reports(now - begun, Date.now())) put(report)
    }
    await rest(beat)
  }
}
