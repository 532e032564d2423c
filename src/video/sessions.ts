import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import { type Heard, makeStream, type Stream } from './stream.ts'

/** Of somebody who sends (then with an owner) or watches: from the moment of their offer on. */
export type Session = {
  id: string
  stream: Stream
  owner: string | undefined
  /** As soon as there is one. */
  connection: Connection | undefined
  ended: boolean
}

/** Who is connected or about to be. A stream lives as long as somebody is. */
export function makeSessions(heard: Heard) {
  const streams = new Map<string, Stream>()
  const sessions = new Map<string, Session>()

  function end(session: Session) {
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
    begin(name: string, owner: string | undefined): Session {
      const stream = streams.get(name) ?? makeStream(name, heard)
      streams.set(name, stream)
      const session: Session = { id: randomUUID(), stream, owner, connection: undefined, ended: false }
      sessions.set(session.id, session)
      return session
    },
    end,
  }
}
