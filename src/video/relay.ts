import { Refusal } from '../door/errors.ts'
import { acceptPublisher, acceptViewer, wantsOf } from './accepting.ts'
import { connect } from './connection.ts'
import { type Counts, noCounts } from './counts.ts'
import { guarded, hold, release, unavailable } from './native.ts'
import { readOffer } from './offer.ts'
import { findPlace } from './place.ts'
import { makePublisher } from './publisher.ts'
import { makeSessions, type Session } from './sessions.ts'
import type { Heard, Stream } from './stream.ts'
import { makeViewer } from './viewer.ts'

/** Somebody who sends; `owner` means nothing here. */
export type Publishing = { stream: string; session: string; owner: string }

/** Carries shows' picture and sound from one who sends to those who watch, as they come: nothing is encoded anew. */
export type Relay = {
  /** Takes an offer of whoever sends; one who sent before on this stream is cut. @throws Refusal bad_offer, video_unavailable */
  publish(given: {
    stream: string
    owner: string
    offer: string
  }): Promise<{ session: string; answer: string }>
  /** @throws Refusal bad_offer, not_on_air (nobody sends), show_full, video_unavailable */
  view(given: { stream: string; offer: string }): Promise<{ session: string; answer: string }>
  /** Ends one session of either kind; viewers of one who sent wait for the next. @returns false when unknown */
  end(session: string): boolean
  /** Cuts the publisher and all viewers at once; `lost` is not told. */
  endStream(stream: string): void
  /** Cuts publishers that match, and their viewers unless they are to wait for the next; `lost` is told. */
  endPublishing(which: (publishing: Publishing) => boolean, viewers?: 'keep viewers'): void
  /** Whether somebody's picture (or, without any, sound) arrives now. */
  has(stream: string): boolean
  /** Those who are connected. */
  viewers(stream: string): number
  /** Of publishers and viewers: those who are connected. */
  stats(): Counts & { publishers: number; viewers: number }
  close(): Promise<void>
}

export type RelayOptions = {
  /** The address that browsers are told to send to, if it is not this machine's own. */
  publicIp: string | undefined
  /** The one UDP port of all; 0: any free one. */
  port: number
  host: string
  /** Of each stream. */
  mostViewers: number
  /** `begun`: the first packet of a publisher arrived. `lost`: one who had connected is gone, and no other took over. */
  heard: Heard
}

const connectedTo = (stream: Stream | undefined) =>
  stream ? [...stream.viewers].filter(({ connection }) => connection.connected).length : 0

async function open({ host, port, publicIp }: RelayOptions) {
  const library = await hold()
  try {
    return { library, place: await findPlace(host, port, publicIp) }
  } catch (error) {
    await release()
    throw error
  }
}

export async function openRelay(options: RelayOptions): Promise<Relay> {
  const { mostViewers } = options
  const heard = { begun: guarded(options.heard.begun), lost: guarded(options.heard.lost) }
  const sessions = makeSessions(heard)
  const counts = noCounts()
  let opening: ReturnType<typeof open> | undefined

  /** The library and the port, from the first offer on; what failed is tried anew by the next. */
  function ready() {
    opening ??= open(options).catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }

  /** Has an offer answered. Whatever cuts sessions cuts it before that, too; one that fails is none. */
  async function answered(session: Session, answer: () => Promise<string>) {
    try {
      const text = await answer()
      return { session: session.id, answer: text }
    } catch (error) {
      sessions.end(session)
      throw error instanceof Refusal ? error : unavailable(error)
    }
  }

  const still = ({ ended }: Session) => {
    if (ended) throw new Refusal('not_on_air')
  }

  const publish: Relay['publish'] = async ({ stream: name, owner, offer: text }) => {
    const offer = readOffer(text)
    const accepted = acceptPublisher(offer)
    const session = sessions.begin(name, owner)
    const { stream } = session
    return answered(session, async () => {
      const at = await ready()
      still(session)
      const connection = connect({
        ...at,
        offer,
        accepted,
        way: 'recvonly',
        onConnected: () => {
          stream.connected()
          publisher.start()
        },
        onEnded: () => {
          publisher.stop()
          stream.left(publisher)
          sessions.end(session)
        },
      })
      session.connection = connection
      const publisher = makePublisher({
        connection,
        accepted,
        lanes: stream.lanes,
        counts,
        onBegun: () => heard.begun(name),
        onPacket: stream.send,
        onReport: stream.report,
      })
      const answer = await connection.answer()
      still(session)
      stream.takeOver(publisher)
      return answer
    })
  }

  const view: Relay['view'] = async ({ stream: name, offer: text }) => {
    const offer = readOffer(text)
    if (!sessions.streams.get(name)?.publisher()) throw new Refusal('not_on_air')
    const session = sessions.begin(name, undefined)
    const { stream } = session
    return answered(session, async () => {
      const at = await ready()
      still(session)
      const sent = stream.publisher()
      if (!sent) throw new Refusal('not_on_air')
      if (stream.viewers.size >= mostViewers) throw new Refusal('show_full')
      const accepted = acceptViewer(offer, sent.codecs)
      const connection = connect({
        ...at,
        offer,
        accepted,
        way: 'sendonly',
        onConnected: () => stream.joined(viewer),
        onEnded: () => {
          stream.viewers.delete(viewer)
          sessions.end(session)
        },
      })
      session.connection = connection
      const viewer = makeViewer({
        connection,
        accepted,
        wants: wantsOf(offer),
        lanes: stream.lanes,
        counts,
        askKeyFrame: () => stream.publisher()?.askKeyFrame(),
      })
      stream.viewers.add(viewer)
      const answer = await connection.answer()
      still(session)
      if (!stream.suits(viewer)) throw new Refusal('not_on_air')
      return answer
    })
  }

  return {
    publish,
    view,
    end(id) {
      const found = sessions.all.get(id)
      if (found) sessions.end(found)
      return found !== undefined
    },
    endStream(name) {
      const stream = sessions.streams.get(name)
      stream?.forgive()
      for (const session of sessions.all.values()) if (session.stream === stream) sessions.end(session)
    },
    endPublishing(which, viewers) {
      for (const session of sessions.all.values()) {
        const { id, stream, owner, connection } = session
        if (owner === undefined || !which({ stream: stream.name, session: id, owner })) continue
        const sending = connection && stream.publisher()?.connection === connection
        sessions.end(session)
        if (sending && !viewers) for (const viewer of stream.viewers) viewer.connection.end()
      }
    },
    has: (name) => sessions.streams.get(name)?.publisher()?.begun ?? false,
    viewers: (name) => connectedTo(sessions.streams.get(name)),
    stats: () => {
      const streams = [...sessions.streams.values()]
      return {
        ...counts,
        publishers: streams.filter((stream) => stream.publisher()?.connection.connected).length,
        viewers: streams.reduce((sum, stream) => sum + connectedTo(stream), 0),
      }
    },
    async close() {
      for (const stream of sessions.streams.values()) stream.forgive()
      for (const session of sessions.all.values()) sessions.end(session)
      if (await opening?.catch(() => undefined)) await release()
      opening = undefined
    },
  }
}
