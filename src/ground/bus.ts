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
  /** Sign-ins of a person that ended. */
  | { kind: 'sessions'; sessions: string[] }

const channel = 'stagedoor'

/** Tells every node, with the transaction's commit. */
export async function tell(tx: Tx, event: Event): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(event)})`)
}

export type Bus = {
  /** Whether this node hears what the others tell; while it does not, it must not serve from what it knew. */
  hears(): boolean
  close(): Promise<void>
}

/** Milliseconds between two checks of the connection, and what one may take. */
const checkEvery = 2000

/** @param deaf called when events may have been missed */
export async function openBus(
  database: Database,
  heard: (event: Event) => void,
  deaf: () => void,
): Promise<Bus> {
  let ear: Ear | undefined
  let closed = false
  const lose = () => {
    if (!ear) return
    const broken = ear
    ear = undefined
    deaf()
    broken.close().catch((error: Error) => report('live', error))
  }
  const listen = async () => {
    ear = await database.listen(channel, (payload) => heard(JSON.parse(payload) as Event), lose)
  }
  const check = async () => {
    if (ear) await soon(ear.check()).catch(lose)
    else await listen().catch((error: Error) => report('live', error))
    if (!closed) timer = setTimeout(check, checkEvery)
  }
  await listen()
  let timer = setTimeout(check, checkEvery)
  return {
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
