import { and, eq, sql } from 'drizzle-orm'
import { members, people } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { may, type Role } from '../permissions.ts'
import { tellTeam } from './holding.ts'
import { conversations, entries } from './tables.ts'

/**
 * A member's access ended: what they took care of is the Owner's from now on, so that no customer is forgotten.
 * @param role null: they are out
 */
export async function accessEnded(tx: Tx, account: string, person: string, role: Role | null): Promise<void> {
  if (role && may(role, 'messages.reply')) return
  const [owner] = await tx
    .select({ id: people.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, account), eq(members.role, 'owner')))
  if (!owner) throw new Error(`${account} has no Owner`)
  const passed = await tx
    .update(conversations)
    .set({ assigneeId: owner.id, assigneeName: owner.name, entries: sql`${conversations.entries} + 1` })
    .where(and(eq(conversations.accountId, account), eq(conversations.assigneeId, person)))
    .returning({ id: conversations.id, buyerId: conversations.buyerId, position: conversations.entries })
  if (passed.length === 0) return
  const left = await tx.select({ name: people.name }).from(people).where(eq(people.id, person))
  await tx.insert(entries).values(
    passed.map(({ id, buyerId, position }) => ({
      accountId: account,
      buyerId,
      conversationId: id,
      position,
      id: newId('message'),
      kind: 'assigned' as const,
      side: 'clock' as const,
      personId: person,
      personName: left[0]?.name ?? '',
      text: owner.name,
    })),
  )
  await tellTeam(tx, { accountId: account })
}
