import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Permission } from '../permissions.ts'
import type { Topic } from '../topics.ts'
import type { Database, NotificationListener, Tx } from './database/database.ts'
import { logError } from './log.ts'

/** The events that nodes publish to each other. They arrive in the order of the commits that published them. */
export type Event =
  /** Data that open pages show has changed. It reaches members with the permission; without one, every member. */
  | { kind: 'changed'; account: string; what: Topic; permission?: Permission }
  /**
   * A person's access to the account has ended, or their role has changed. `person` null: everybody except the
   * Owner.
   */
  | { kind: 'access'; account: string; person: string | null; ended: boolean }
  /** An event of a show, for all of its viewers or only for its team. */
  | { kind: 'show'; account: string; show: string; to?: 'team'; payload: Payload }
  /** A message that is pushed to the account's members who have the permission, and stored nowhere. */
  | { kind: 'push'; account: string; permission: Permission; payload: Payload }
  /** Sessions of a person that have ended. */
  | { kind: 'sessions'; sessions: string[] }

/** What is pushed to open pages without changes: it is encoded by its push schema and turned into JSON. */
export type Payload = { type: string; [name: string]: unknown }

/** The schema of a pushed message: its literal `type`, and nothing beyond the fields that it declares. */
export type PushSchema = z.ZodObject<{ type: z.ZodLiteral<string> }, z.core.$strict>

/** Declares the fields of a pushed message of this type. The declaration stands beside the views that it contains. */
export const definePush = <T extends string, Shape extends z.ZodRawShape>(type: T, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const channel = 'stagedoor'

type WithPayload = Extract<Event, { payload: Payload }>

/** Publishes the event to every node, if and when the transaction commits. */
export const publish = (tx: Tx, event: Exclude<Event, WithPayload>): Promise<void> => notify(tx, event)

type Receivers = WithPayload extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'payload'>
    : never
  : never

/**
 * Publishes a message for the receivers' open pages, with the commit. Only fields that the schema declares leave the
 * server: others are dropped from the views in the message, just as an answer's output schema drops them.
 * @throws ZodError if the message does not satisfy its schema
 */
export const publishPush = <S extends PushSchema>(
  tx: Tx,
  receivers: Receivers,
  schema: S,
  message: Omit<z.output<S>, 'type'>,
): Promise<void> =>
  notify(tx, {
    ...receivers,
    payload: z.encode(schema, { type: schema.shape.type.value, ...message } as z.output<S>),
  })

async function notify(tx: Tx, event: Event): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(event)})`)
}

export type EventBus = {
  /** From now on, calls `onEvent` for every event, and `onDisconnect` when events may have been missed. */
  subscribe(subscriber: Subscriber): void
  /** Whether this node receives the other nodes' events. While it does not, it must not rely on what it remembers. */
  isConnected(): boolean
  close(): Promise<void>
}

/** Milliseconds between two checks of the connection, and the time limit of each. */
const checkIntervalMs = 2000

export type Subscriber = { onEvent(event: Event): void; onDisconnect(): void }

/** Opens this node's subscription to the events of all nodes, itself included. */
export async function openEventBus(database: Database): Promise<EventBus> {
  const subscribers: Subscriber[] = []
  let channelListener: NotificationListener | undefined
  let closed = false
  const onLost = () => {
    if (!channelListener) return
    const broken = channelListener
    channelListener = undefined
    for (const { onDisconnect } of subscribers) onDisconnect()
    broken.close().catch((error: Error) => logError('live', error))
  }
  const onPayload = (payload: string) => {
    const event = JSON.parse(payload) as Event
    for (const { onEvent } of subscribers) onEvent(event)
  }
  const listen = async () => {
    channelListener = await database.listen(channel, onPayload, onLost)
  }
  const check = async () => {
    if (channelListener) await withTimeout(channelListener.check()).catch(onLost)
    else await listen().catch((error: Error) => logError('live', error))
    if (!closed) timer = setTimeout(check, checkIntervalMs)
  }
  await listen()
  let timer = setTimeout(check, checkIntervalMs)
  return {
    subscribe: (subscriber) => void subscribers.push(subscriber),
    isConnected: () => channelListener !== undefined,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await channelListener?.close()
    },
  }
}

const withTimeout = (check: Promise<void>) => {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), checkIntervalMs)
  })
  return Promise.race([check, late]).finally(() => clearTimeout(timer))
}
