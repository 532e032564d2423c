import { and, eq, sql } from 'drizzle-orm'
import { members, people } from '../../access/tables.ts'
import { may, type Role } from '../../permissions.ts'
import { queryRows, type Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/ids.ts'
import { publishToTeam } from '../conversation.ts'
import { conversations } from '../tables.ts'

/**
 * Reassigns a member's conversations when their access ends: the open ones to the Owner, so that no customer is
 * forgotten, and the closed ones to nobody.
 * @param role the member's role from now on; null if they have left the team
 */
export async function reassignConversations(
  tx: Tx,
  account: string,
  person: string,
  role: Role | null,
): Promise<void> {
  if (role && may(role, 'messages.reply')) return
  const [owner] = await tx
    .select({ id: people.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.accountId, account), eq(members.role, 'owner')))
  if (!owner) throw new Error(`${account} has no Owner`)
  const own = sql`account_id = ${account} and assignee_id = ${person}`
  const passedOn = await queryRows<{ id: string }>(
    tx,
    sql`with passed as (
        update conversations set assignee_id = ${owner.id}, assignee_name = ${owner.name}, entries = entries + 1
        where ${own} and closed_at is null returning account_id, buyer_id, id, entries)
      insert into conversation_entries
        (account_id, buyer_id, conversation_id, position, id, kind, side, person_id, person_name, text)
      select account_id, buyer_id, id, entries, ${newId('message')} || '_' || row_number() over (), 'assigned', 'clock',
        ${person}, (select name from people where people.id = ${person}), ${owner.name}
      from passed returning id`,
  )
  const closed = await tx
    .update(conversations)
    .set({ assigneeId: null, assigneeName: null })
    .where(own)
    .returning({ id: conversations.id })
  if (passedOn.length + closed.length > 0) await publishToTeam(tx, { accountId: account })
}
