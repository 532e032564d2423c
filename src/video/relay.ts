import { randomUUID } from 'node:crypto'
import { Refusal } from '../door/errors.ts'
import { acceptPublisher, acceptViewer, wantsOf } from './accepting.ts'
import { type Connection, connect } from './connection.ts'
import { type Counts, type Loses, noCounts } from './counts.ts'
import { guarded, hold, release, unavailable } from './native.ts'
import { readOffer } from './offer.ts'
import { findPlace } from './place.ts'
import { makePublisher } from './publisher.ts'
import { type Heard, makeStream, type Stream } from './stream.ts'
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
  loses?: Loses
}

type Session = { id: string; stream: Stream; connection: Connection; owner: string | undefined }

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
  const { mostViewers, loses } = options
  const heard = { begun: guarded(options.heard.begun), lost: guarded(options.heard.lost) }
  const streams = new Map<string, Stream>()
  const sessions = new Map<string, Session>()
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

  function streamOf(name: string): Stream {
    const found = streams.get(name) ?? makeStream(name, heard)
    streams.set(name, found)
    return found
  }

  function forget(id: string, stream: Stream) {
    sessions.delete(id)
    const inUse = [...sessions.values()].some((session) => session.stream === stream)
    if (!inUse && streams.get(stream.name) === stream) streams.delete(stream.name)
  }

  /** The answer to an offer, as a session from the first moment: what cuts sessions cuts it before it is answered. */
  async function answered(session: Session): Promise<{ session: string; answer: string }> {
    const id = session.id
    sessions.set(id, session)
    const answer = await session.connection.answer().catch((error) => {
      session.connection.end()
      throw error instanceof Refusal ? error : unavailable(error)
    })
    if (session.connection.ended) throw new Refusal('not_on_air')
    return { session: id, answer }
  }

  async function publish({ stream: name, owner, offer: text }: Parameters<Relay['publish']>[0]) {
    const offer = readOffer(text)
    const accepted = acceptPublisher(offer)
    const at = await ready()
    const stream = streamOf(name)
    const id = randomUUID()
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
        forget(id, stream)
        stream.left(publisher)
      },
    })
    const publisher = makePublisher({
      connection,
      owner,
      accepted,
      lanes: stream.lanes,
      counts,
      loses,
      onBegun: () => heard.begun(name),
      onPacket: stream.send,
      onReport: stream.report,
    })
    const given = await answered({ id, stream, connection, owner })
    stream.takeOver(publisher)
    return given
  }

  async function view({ stream: name, offer: text }: Parameters<Relay['view']>[0]) {
    const offer = readOffer(text)
    if (!streams.get(name)?.publisher()) throw new Refusal('not_on_air')
    const at = await ready()
    const stream = streams.get(name)
    const codecs = stream?.publisher()?.codecs
    if (!stream || !codecs) throw new Refusal('not_on_air')
    if (stream.viewers.size >= mostViewers) throw new Refusal('show_full')
    const accepted = acceptViewer(offer, codecs)
    const id = randomUUID()
    const connection = connect({
      ...at,
      offer,
      accepted,
      way: 'sendonly',
      onConnected: () => stream.joined(viewer),
      onEnded: () => {
        stream.viewers.delete(viewer)
        forget(id, stream)
      },
    })
    const viewer = makeViewer({
      connection,
      accepted,
      wants: wantsOf(offer),
      lanes: stream.lanes,
      counts,
      loses,
      askKeyFrame: () => stream.publisher()?.askKeyFrame(),
    })
    stream.viewers.add(viewer)
    const given = await answered({ id, stream, connection, owner: undefined })
    if (!stream.suits(viewer)) {
      connection.end()
      throw new Refusal('not_on_air')
    }
    return given
  }

  return {
    publish,
    view,
    end(session) {
      const found = sessions.get(session)
      found?.connection.end()
      return found !== undefined
    },
    endStream(name) {
      const stream = streams.get(name)
      stream?.end()
      for (const session of sessions.values()) if (session.stream === stream) session.connection.end()
    },
    endPublishing(which, viewers) {
      for (const [session, { stream, connection, owner }] of sessions) {
        if (owner === undefined || !which({ stream: stream.name, session, owner })) continue
        const sending = stream.publisher()?.connection === connection
        connection.end()
        if (sending && !viewers) for (const viewer of stream.viewers) viewer.connection.end()
      }
    },
    has: (name) => streams.get(name)?.publisher()?.begun ?? false,
    viewers: (name) => connectedTo(streams.get(name)),
    stats: () => ({
      ...counts,
      publishers: [...streams.values()].filter((stream) => stream.publisher()?.begun).length,
      viewers: [...streams.values()].reduce((sum, stream) => sum + connectedTo(stream), 0),
    }),
    async close() {
      for (const stream of streams.values()) stream.end()
      for (const { connection } of sessions.values()) connection.end()
      if (await opening?.catch(() => undefined)) await release()
      opening = undefined
    },
  }
}
