import type { Actor } from '../door/gate.ts'
import { type Act, record } from '../door/record.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'

type What = `inventory.${string}`

/** Puts on record what was done, and has open pages look again. */
export async function note(db: Tx, actor: Actor, act: Act & { act: What }): Promise<void> {
  await record(db, actor, act)
  const { account } = actor
  await tell(db, { kind: 'changed', account, what: 'products', permission: 'inventory.manage' })
}

/** A product, as the activity names it. */
export const subjectOf = ({ id, title }: { id: string; title: string }) => ({ id, name: title })
