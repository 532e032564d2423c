import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Bus, Event } from '../ground/bus.ts'
import { may } from '../permissions.ts'
import type { Admission } from './admission.ts'
import { Refusal } from './errors.ts'
import type { Actor } from './gate.ts'

/** Why a live connection is closed, as WebSocket close codes. */
const codes = { signedOut: 4401, accessEnded: 4404, roleChanged: 4409, restart: 1012, tooMany: 1013 } as const

/** Milliseconds between two signs of life. */
const heartbeat = 30_000

/** Bytes that may wait for somebody who reads too slowly. */
const patience = 1_000_000

/** A show that a connection is for, by what is published of it; with a member, by what its team knows. */
export type Watched = { account: string; show: string }
/** @throws Refusal not_found */
export type Shown = (show: string, member: Actor | undefined) => Promise<Watched>

/** A member for whom a connection pushes; without one, somebody who watches a show. */
type Whom = { actor: Actor | undefined; watched: Watched | undefined }

type Connection = Whom & {
  socket: WebSocket
  admitted: boolean
  alive: boolean
  end: NodeJS.Timeout | undefined
}

/**
 * The live connections of this node. They only push: whatever is committed is told in the order of the commits,
 * so that the end of somebody's access closes their connections before anything that came after it. A connection
 * is entered first and admitted by the gate then, so that no end of access falls between the two.
 */
export function openLive(bus: Bus, admission: Admission, shown: Shown) {
  const connections = new Set<Connection>()
  const admitted = new WeakMap<FastifyRequest, Whom>()

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
      if (connection.socket.bufferedAmount > patience) close(connection, codes.tooMany)
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
        event.kind === 'said' ? event.say : { type: 'changed', what: event.what },
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
  }, heartbeat)

  /** Whom and what a connection is for, asked of the door and of the shows. */
  const who = async (request: FastifyRequest): Promise<Whom> => {
    const { account, show } = request.query as { account?: unknown; show?: unknown }
    if (account === undefined && show === undefined) throw new Refusal('not_found')
    const actor = account === undefined ? undefined : await admission.member(request, String(account))
    return { actor, watched: show === undefined ? undefined : await shown(String(show), actor) }
  }

  return {
    /** Whether this node hears of ended access; while it does not, it takes no live connection. */
    hears: bus.hears,

    /** @throws Refusal before the upgrade: nobody signed in, not a member, no such show, or this node hears nothing */
    admit: async (request: FastifyRequest) => {
      if (!bus.hears()) throw new Refusal('unavailable')
      admitted.set(request, await who(request))
    },

    connect: async (socket: WebSocket, request: FastifyRequest) => {
      const connection: Connection = {
        ...(admitted.get(request) as Whom),
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
        Object.assign(connection, await who(request))
      } catch (error) {
        return close(connection, closeCode(error))
      }
      if (!connections.has(connection)) return
      connection.end = endsBy(connection.actor, () => close(connection, codes.accessEnded))
      connection.admitted = true
      socket.send(JSON.stringify({ type: 'hello' }))
    },

    /** How many of this node's connections watch each show. */
    watching: () => {
      const counts = new Map<string, Watched & { viewers: number }>()
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

/** A timer for the end of access by the clock. One further off than timers reach is set when it is nearer. */
function endsBy(actor: Actor | undefined, end: () => void): NodeJS.Timeout | undefined {
  const endsAt = actor?.endsAt
  if (!endsAt) return undefined
  const rest = endsAt.getTime() - Date.now()
  return rest < 2 ** 31 ? setTimeout(end, Math.max(0, rest)).unref() : undefined
}
