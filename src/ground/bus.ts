import { sql } from 'drizzle-orm'
import type { Permission } from '../permissions.ts'
import type { Database, Ear, Tx } from './db.ts'
import { report } from './report.ts'

/** What the nodes tell each other, in the order of the commits that told it. */
export type Event =
  /** Something that open pages show has changed. Only those with the permission hear it; without one, every member. */
  | { kind: 'changed'; account: string; what: string; permission?: Permission }
  /** A person's access (null: everybody's but the Owner's) to the account ended, or their role changed. */
  | { kind: 'access'; account: string; person: string | null; ended: boolean }
  /** What a show says to whoever watches it, or to its team alone. */
  | { kind: 'show'; account: string; show: string; to?: 'team'; say: Said }
  /** What passes among the account's members who hold the permission, and is kept nowhere. */
  | { kind: 'said'; account: string; permission: Permission; say: Said }
  /** Sign-ins of a person that ended. */
  | { kind: 'sessions'; sessions: string[] }

/** What leaves for open pages as it is. */
export type Said = { type: string; [name: string]: unknown }

const channel = 'stagedoor'

/** Tells every node, with the transaction's commit. */
export async function tell(tx: Tx, event: Event): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(event)})`)
}

export type Bus = {
  /** Calls it with every event from now on, and when events may have been missed. */
  follow(follower: Follower): void
  /** Whether this node hears what the others tell; while it does not, it must not serve from what it knew. */
  hears(): boolean
  close(): Promise<void>
}

/** Milliseconds between two checks of the connection, and what one may take. */
const checkEvery = 2000

export type Follower = { heard(event: Event): void; deaf(): void }

/** What this node hears of the others, and of itself. */
export async function openBus(database: Database): Promise<Bus> {
  const followers: Follower[] = []
  let ear: Ear | undefined
  let closed = false
  const lose = () => {
    if (!ear) return
    const broken = ear
    ear = undefined
    for (const { deaf } of followers) deaf()
    broken.close().catch((error: Error) => report('live', error))
  }
  const hear = (payload: string) => {
    const event = JSON.parse(payload) as Event
    for (const { heard } of followers) heard(event)
  }
  const listen = async () => {
    ear = await database.listen(channel, hear, lose)
  }
  const check = async () => {
    if (ear) await soon(ear.check()).catch(lose)
    else await listen().catch((error: Error) => report('live', error))
    if (!closed) timer = setTimeout(check, checkEvery)
  }
  await listen()
  let timer = setTimeout(check, checkEvery)
  return {
    follow: (follower) => void followers.push(follower),
    hears: () => ear !== undefined,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await ear?.close()
    },
  }
}

const soon = (check: Promise<void>) => {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), checkEvery)
  })
  return Promise.race([check, late]).finally(() => clearTimeout(timer))
}
