import { type AuditedAct, recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'

type What = `inventory.${string}`

/** Records the act in the activity and publishes the change, so that open pages refetch the products. */
export async function logAndNotify(db: Tx, actor: Actor, act: AuditedAct & { act: What }): Promise<void> {
  await recordAct(db, actor, act)
  const { account } = actor
  await publish(db, { kind: 'changed', account, what: 'products', permission: 'inventory.manage' })
}

/** A product as the subject of an activity entry. */
export const productSubject = ({ id, title }: { id: string; title: string }) => ({ id, name: title })
