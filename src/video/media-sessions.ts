import { randomUUID } from 'node:crypto'
import { type MediaStream, makeStream, type StreamCallbacks } from './stream.ts'
import type { WebRtcConnection } from './webrtc-connection.ts'

/** The session of a publisher, which has an owner, or of a viewer. It begins with the offer. */
export type MediaSession = {
  id: string
  stream: MediaStream
  owner: string | undefined
  /** Set as soon as the offer is accepted. */
  connection: WebRtcConnection | undefined
  ended: boolean
}

/** The sessions that are connected or connecting. A stream exists as long as it has one. */
export function makeMediaSessions(callbacks: StreamCallbacks) {
  const streams = new Map<string, MediaStream>()
  const sessions = new Map<string, MediaSession>()

  function end(session: MediaSession) {
    if (session.ended) return
    session.ended = true
    sessions.delete(session.id)
    session.connection?.end()
    const { stream } = session
    const inUse = [...sessions.values()].some((other) => other.stream === stream)
    if (!inUse && streams.get(stream.name) === stream) streams.delete(stream.name)
  }

  return {
    streams,
    all: sessions,
    begin(name: string, owner: string | undefined): MediaSession {
      const stream = streams.get(name) ?? makeStream(name, callbacks)
      streams.set(name, stream)
      const session: MediaSession = { id: randomUUID(), stream, owner, connection: undefined, ended: false }
      sessions.set(session.id, session)
      return session
    },
    end,
  }
}
