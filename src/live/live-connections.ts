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

/** Sent once a connection has been admitted: from now on, the page receives the changes of whatever it requests. */
export const HelloPush = definePush('hello', {})
/** Data of this name has changed, so a page that shows it must refetch it. */
export const ChangedPush = definePush('changed', { what: z.enum(topics) })

/** Milliseconds between two pings. A connection that has not answered the last one is terminated. */
const pingIntervalMs = 30_000

/** How many bytes may be buffered for a slow reader. Beyond that, the connection is closed. */
const maxBufferedBytes = 1_000_000

/**
 * The show that a connection watches. An anonymous connection receives what is published, and a member's connection
 * receives what the show's team can see.
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
export function openLiveConnections(bus: EventBus, admission: Admission, findShow: FindWatchableShow) {
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

  const onEvent = (event: Event) => {
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
        event.payload,
        ({ watched, actor }) =>
          watched?.show === event.show &&
          (event.to !== 'team' || (actor && may(actor.role, 'shows.chat'))) === true,
      )
    } else {
      const { account, permission } = event
      push(
        event.kind === 'push' ? event.payload : ChangedPush.encode({ type: 'changed', what: event.what }),
        ({ actor, watched }) =>
          !watched && actor?.account === account && (!permission || may(actor.role, permission)),
      )
    }
  }
  const closeAll = () => {
    for (const connection of connections) close(connection, codes.restart)
  }
  bus.subscribe({ onEvent, onDisconnect: closeAll })

  const pings = setInterval(() => {
    for (const connection of connections) {
      if (!connection.alive) connection.socket.terminate()
      connection.alive = false
      connection.socket.ping()
    }
  }, pingIntervalMs)

  /** Finds the connection's actor (through the gate) and its show. */
  const findSubject = async (request: FastifyRequest): Promise<Subject> => {
    const { account, show } = request.query as { account?: unknown; show?: unknown }
    if (account === undefined && show === undefined) throw new Refusal('not_found')
    const actor = account === undefined ? undefined : await admission.admitMember(request, String(account))
    return { actor, watched: show === undefined ? undefined : await findShow(String(show), actor) }
  }

  return {
    /**
     * Whether this node receives events. Without them it would miss the end of an access, so it accepts no
     * connection.
     */
    isConnected: bus.isConnected,

    /**
     * Runs before the upgrade. @throws Refusal if nobody is signed in, if the person is not a member, if the show
     * does not exist, or if this node receives no events
     */
    admit: async (request: FastifyRequest) => {
      if (!bus.isConnected()) throw new Refusal('unavailable')
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
      connection.end = onAccessEnd(connection.actor, () => close(connection, codes.accessEnded))
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
      clearInterval(pings)
      closeAll()
    },
  }
}

const closeCode = (error: unknown) => {
  if (!(error instanceof Refusal)) return codes.restart
  return error.code === 'sign_in_required' ? codes.signedOut : codes.accessEnded
}

/** Sets a timer for the end of the actor's access. An end date that is too far away for a timer gets none. */
function onAccessEnd(actor: Actor | undefined, end: () => void): NodeJS.Timeout | undefined {
  const endsAt = actor?.endsAt
  if (!endsAt) return undefined
  const restMs = endsAt.getTime() - databaseTime()
  return restMs < 2 ** 31 ? setTimeout(end, Math.max(0, restMs)).unref() : undefined
}
