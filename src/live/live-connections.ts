import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Admission } from '../access/admission.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { may } from '../permissions.ts'
import { databaseTime } from '../platform/database/database-time.ts'
import { definePush, type Event, type EventBus } from '../platform/events.ts'
import { topics } from '../topics.ts'

/** The WebSocket close codes, by the reason for closing. */
const codes = { signedOut: 4401, accessEnded: 4404, roleChanged: 4409, restart: 1012, tooMany: 1013 } as const

/** Sent once a connection has been admitted: what the page requests from now on is followed by its changes. */
export const HelloPush = definePush('hello', {})
/** Data that the page may show has changed. */
export const ChangedPush = definePush('changed', { what: z.enum(topics) })

/** Milliseconds between two pings. A connection that has not answered the last one is terminated. */
const pingIntervalMs = 30_000

/** Bytes that may be buffered for a slow reader; beyond that the connection is closed. */
const maxBufferedBytes = 1_000_000

/**
 * The show that a connection watches. An anonymous connection sees what is published of it, a member's what its
 * team sees.
 */
export type WatchedShow = { account: string; show: string }
/** @throws Refusal not_found */
export type FindWatchableShow = (show: string, member: Actor | undefined) => Promise<WatchedShow>

/** `actor` is undefined for anonymous viewers of a show; `watched` is undefined for a connection to an account. */
type Subject = { actor: Actor | undefined; watched: WatchedShow | undefined }

type Connection = Subject & {
  socket: WebSocket
  admitted: boolean
  alive: boolean
  end: NodeJS.Timeout | undefined
}

/**
 * The live connections of this node. They only push. Events arrive in the order of the commits, so that the end of
 * somebody's access closes their connections before any later event is pushed. A connection is registered first and
 * passes the gate afterwards, so that no end of access is missed between the two.
 */
export function openLiveConnections(bus: EventBus, admission: Admission, shown: FindWatchableShow) {
  const connections = new Set<Connection>()
  const admitted = new WeakMap<FastifyRequest, Subject>()

  const close = (connection: Connection, code: number) => {
    connections.delete(connection)
    clearTimeout(connection.end)
    connection.socket.close(code)
  }
  const closeWhere = (code: number, which: (actor: Actor) => boolean) => {
    for (const connection of connections)
      if (connection.actor && which(connection.actor)) close(connection, code)
  }
  const push = (event: object, which: (connection: Connection) => boolean) => {
    const text = Buffer.from(JSON.stringify(event))
    for (const connection of connections) {
      if (!connection.admitted || !which(connection)) continue
      if (connection.socket.bufferedAmount > maxBufferedBytes) close(connection, codes.tooMany)
      else connection.socket.send(text, { binary: false })
    }
  }

  const heard = (event: Event) => {
    if (event.kind === 'sessions') {
      closeWhere(codes.signedOut, ({ session }) => event.sessions.includes(session))
    } else if (event.kind === 'access') {
      closeWhere(
        event.ended ? codes.accessEnded : codes.roleChanged,
        ({ account, person, role }) =>
          account === event.account && (event.person === null ? role !== 'owner' : person === event.person),
      )
    } else if (event.kind === 'show') {
      push(
        event.say,
        ({ watched, actor }) =>
          watched?.show === event.show &&
          (event.to !== 'team' || (actor && may(actor.role, 'shows.chat'))) === true,
      )
    } else {
      const { account, permission } = event
      push(
        event.kind === 'said' ? event.say : ChangedPush.encode({ type: 'changed', what: event.what }),
        ({ actor, watched }) =>
          !watched && actor?.account === account && (!permission || may(actor.role, permission)),
      )
    }
  }
  const closeAll = () => {
    for (const connection of connections) close(connection, codes.restart)
  }
  bus.follow({ heard, deaf: closeAll })

  const beat = setInterval(() => {
    for (const connection of connections) {
      if (!connection.alive) connection.socket.terminate()
      connection.alive = false
      connection.socket.ping()
    }
  }, pingIntervalMs)

  /** Finds the actor and the show of a connection, by the gate and by the shows. */
  const findSubject = async (request: FastifyRequest): Promise<Subject> => {
    const { account, show } = request.query as { account?: unknown; show?: unknown }
    if (account === undefined && show === undefined) throw new Refusal('not_found')
    const actor = account === undefined ? undefined : await admission.member(request, String(account))
    return { actor, watched: show === undefined ? undefined : await shown(String(show), actor) }
  }

  return {
    /** Whether this node receives the events that end access; while it does not, it accepts no live connection. */
    hears: bus.hears,

    /**
     * Runs before the upgrade. @throws Refusal when nobody is signed in, the person is no member, the show does not
     * exist, or this node receives no events
     */
    admit: async (request: FastifyRequest) => {
      if (!bus.hears()) throw new Refusal('unavailable')
      admitted.set(request, await findSubject(request))
    },

    connect: async (socket: WebSocket, request: FastifyRequest) => {
      const connection: Connection = {
        ...(admitted.get(request) as Subject),
        socket,
        admitted: false,
        alive: true,
        end: undefined,
      }
      connections.add(connection)
      socket.on('error', () => socket.terminate())
      socket.on('close', () => close(connection, codes.signedOut))
      socket.on('pong', () => {
        connection.alive = true
      })
      try {
        Object.assign(connection, await findSubject(request))
      } catch (error) {
        return close(connection, closeCode(error))
      }
      if (!connections.has(connection)) return
      connection.end = endsBy(connection.actor, () => close(connection, codes.accessEnded))
      connection.admitted = true
      socket.send(JSON.stringify(HelloPush.encode({ type: 'hello' })))
    },

    /** How many anonymous connections of this node watch each show. */
    watching: () => {
      const counts = new Map<string, WatchedShow & { viewers: number }>()
      for (const { watched, actor, admitted } of connections) {
        if (!watched || actor || !admitted) continue
        const count = counts.get(watched.show) ?? { ...watched, viewers: 0 }
        counts.set(watched.show, { ...count, viewers: count.viewers + 1 })
      }
      return [...counts.values()]
    },

    close: () => {
      clearInterval(beat)
      closeAll()
    },
  }
}

const closeCode = (error: unknown) => {
  if (!(error instanceof Refusal)) return codes.restart
  return error.code === 'sign_in_required' ? codes.signedOut : codes.accessEnded
}

/** Sets a timer for the end date of the actor's access. An end beyond the longest possible timer gets none. */
function endsBy(actor: Actor | undefined, end: () => void): NodeJS.Timeout | undefined {
  const endsAt = actor?.endsAt
  if (!endsAt) return undefined
  const rest = endsAt.getTime() - databaseTime()
  return rest < 2 ** 31 ? setTimeout(end, Math.max(0, rest)).unref() : undefined
}
