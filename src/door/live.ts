import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { type Event, openBus } from '../ground/bus.ts'
import type { Database } from '../ground/db.ts'
import { may } from '../permissions.ts'
import type { Admission } from './admission.ts'
import { Refusal } from './errors.ts'
import type { Actor } from './gate.ts'

/** Why a live connection is closed, as WebSocket close codes. */
const codes = { signedOut: 4401, accessEnded: 4404, roleChanged: 4409, restart: 1012, tooMany: 1013 } as const

/** Milliseconds between two signs of life. */
const heartbeat = 30_000

type Connection = {
  actor: Actor
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
export async function openLive(database: Database, admission: Admission) {
  const connections = new Set<Connection>()

  const close = (connection: Connection, code: number) => {
    connections.delete(connection)
    clearTimeout(connection.end)
    connection.socket.close(code)
  }
  const closeWhere = (code: number, which: (actor: Actor) => boolean) => {
    for (const connection of connections) if (which(connection.actor)) close(connection, code)
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
    } else {
      const text = JSON.stringify({ type: 'changed', what: event.what })
      for (const { actor, socket, admitted } of connections) {
        const concerned =
          actor.account === event.account && (!event.permission || may(actor.role, event.permission))
        if (admitted && concerned) socket.send(text)
      }
    }
  }

  const bus = await openBus(database, heard, () => closeWhere(codes.restart, () => true))

  const beat = setInterval(() => {
    for (const connection of connections) {
      if (!connection.alive) connection.socket.terminate()
      connection.alive = false
      connection.socket.ping()
    }
  }, heartbeat)

  return {
    /** Whether this node hears of ended access; while it does not, it takes no live connection. */
    hears: bus.hears,

    /** @throws Refusal before the upgrade: nobody signed in, not a member, or this node hears nothing */
    admit: async (request: FastifyRequest) => {
      if (!bus.hears()) throw new Refusal('unavailable')
      request.caller = await admission.member(request, accountOf(request))
    },

    connect: async (socket: WebSocket, request: FastifyRequest) => {
      const actor = request.caller as Actor
      const connection: Connection = { actor, socket, admitted: false, alive: true, end: undefined }
      connections.add(connection)
      socket.on('error', () => socket.terminate())
      socket.on('close', () => close(connection, codes.signedOut))
      socket.on('pong', () => {
        connection.alive = true
      })
      try {
        connection.actor = await admission.member(request, actor.account)
      } catch (error) {
        return close(connection, closeCode(error))
      }
      if (!connections.has(connection)) return
      connection.end = endsBy(connection.actor, () => close(connection, codes.accessEnded))
      connection.admitted = true
      socket.send(JSON.stringify({ type: 'hello' }))
    },

    close: async () => {
      clearInterval(beat)
      closeWhere(codes.restart, () => true)
      await bus.close()
    },
  }
}

const accountOf = (request: FastifyRequest) => {
  const { account } = request.query as { account?: unknown }
  return typeof account === 'string' ? account : ''
}

const closeCode = (error: unknown) => {
  if (!(error instanceof Refusal)) return codes.restart
  return error.code === 'sign_in_required' ? codes.signedOut : codes.accessEnded
}

/** A timer for the end of access by the clock. One further off than timers reach is set when it is nearer. */
function endsBy({ endsAt }: Actor, end: () => void): NodeJS.Timeout | undefined {
  if (!endsAt) return undefined
  const rest = endsAt.getTime() - Date.now()
  return rest < 2 ** 31 ? setTimeout(end, Math.max(0, rest)).unref() : undefined
}
