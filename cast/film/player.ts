import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { joined, type Peer } from '../peers.ts'
import { readFilm } from './film.ts'
import { makeReel, type Sent } from './reel.ts'

const beat = 20
const reportEvery = 1000
/** Whoever slept longer than that goes on where they were, rather than send all that they missed at once. */
const nap = 2000
const pause = 1000
/** The relay reports every second: once it does not, it has hung up, which no connection's state tells for a while. */
const silence = 3000

export const theFilm = () => readFilm(readFileSync(join(import.meta.dirname, 'show.film')))

/** Sends an offer to where pictures are sent to. @throws when they are not taken */
export type Ask = (offer: string) => Promise<{ session: string; answer: string }>

/**
 * Plays the film to whoever takes the offer, again and again, until there is no reason any more. A connection that
 * breaks is made anew.
 * @param goesOn asked before each connection
 */
export async function playFilm(ask: Ask, goesOn: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  const film = theFilm()
  while (!signal.aborted && (await goesOn())) {
    const peer = await joined({ sends: true }, ask).catch((error: Error) => {
      console.log(`The film does not play: ${error.message}`)
    })
    // The library throws for a connection that is going down.
    if (peer) await project(peer, makeReel(film, peer.legs), signal).catch(() => undefined)
    peer?.close()
    await rest(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** Until nobody listens any more. */
async function project({ peer, legs }: Peer, reel: ReturnType<typeof makeReel>, signal: AbortSignal) {
  const put = ({ kind, packet }: Sent) => {
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
