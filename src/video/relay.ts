import { Refusal } from '../errors/refusal.ts'
import { findMediaAddress } from './media-address.ts'
import { type MediaSession, makeMediaSessions } from './media-sessions.ts'
import { acceptPublisher, acceptViewer, wantedKinds } from './negotiate.ts'
import { makePublisher } from './publisher.ts'
import { newRelayCounters, type RelayCounters } from './relay-counters.ts'
import { readOffer } from './sdp-offer.ts'
import type { MediaStream, StreamCallbacks } from './stream.ts'
import { makeViewer } from './viewer.ts'
import { acceptConnection } from './webrtc-connection.ts'
import { acquireLibrary, guardCallback, releaseLibrary, videoUnavailable } from './webrtc-library.ts'

/** A publisher. The relay does not interpret `owner`; callers recognise their publisher by it. */
export type PublishRequest = { stream: string; session: string; owner: string }

/** Forwards the video and sound of shows from one publisher to the viewers as they arrive. Nothing is re-encoded. */
export type Relay = {
  /**
   * Answers a publisher's offer. The previous publisher of this stream is disconnected.
   * @throws Refusal bad_offer or video_unavailable
   */
  publish(given: {
    stream: string
    owner: string
    offer: string
  }): Promise<{ session: string; answer: string }>
  /**
   * Answers a viewer's offer.
   * @throws Refusal bad_offer, not_on_air (there is no publisher), show_full or video_unavailable
   */
  view(given: { stream: string; offer: string }): Promise<{ session: string; answer: string }>
  /**
   * Ends one session of a publisher or viewer. Viewers of an ended publisher wait for the next one.
   * @returns false if there is no such session
   */
  end(session: string): boolean
  /** Disconnects the publisher and all viewers, without calling `lost`. */
  endStream(stream: string): void
  /**
   * Disconnects matching publishers and, unless they are to wait for the next publisher, their viewers. Calls `lost`.
   */
  endPublishing(which: (publishing: PublishRequest) => boolean, viewers?: 'keep viewers'): void
  /** Whether video (or, without video, sound) arrives now. */
  has(stream: string): boolean
  /** The number of connected viewers. */
  viewers(stream: string): number
  /** Only connected publishers and viewers are counted. */
  stats(): RelayCounters & { publishers: number; viewers: number }
  close(): Promise<void>
}

export type RelayOptions = {
  /** The address that browsers send to, if it is not this machine's own. */
  publicIp: string | undefined
  /** The UDP port for all connections; 0 means any free port. */
  port: number
  host: string
  /** How many viewers one stream can have. */
  mostViewers: number
  /**
   * `begun` is called when a publisher's first packet arrives. `lost` is called when a connected publisher has gone and
   * no other publisher has taken over.
   */
  heard: StreamCallbacks
}

const connectedTo = (stream: MediaStream | undefined) =>
  stream ? [...stream.viewers].filter(({ connection }) => connection.connected).length : 0

async function open({ host, port, publicIp }: RelayOptions) {
  const library = await acquireLibrary()
  try {
    return { library, place: await findMediaAddress(host, port, publicIp) }
  } catch (error) {
    await releaseLibrary()
    throw error
  }
}

export async function openRelay(options: RelayOptions): Promise<Relay> {
  const { mostViewers } = options
  const heard = { begun: guardCallback(options.heard.begun), lost: guardCallback(options.heard.lost) }
  const sessions = makeMediaSessions(heard)
  const counts = newRelayCounters()
  let opening: ReturnType<typeof open> | undefined

  /** Loads the library and opens the port when the first offer arrives. After a failure, the next offer tries again. */
  function ready() {
    opening ??= open(options).catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }

  /**
   * Answers an offer. The session exists before the answer, so that it can already be ended. If the answer fails, the
   * session ends.
   */
  async function answered(session: MediaSession, answer: () => Promise<string>) {
    try {
      const text = await answer()
      return { session: session.id, answer: text }
    } catch (error) {
      sessions.end(session)
      throw error instanceof Refusal ? error : videoUnavailable(error)
    }
  }

  const still = ({ ended }: MediaSession) => {
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
      const connection = acceptConnection({
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
      const connection = acceptConnection({
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
        wants: wantedKinds(offer),
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
      if (await opening?.catch(() => undefined)) await releaseLibrary()
      opening = undefined
    },
  }
}
