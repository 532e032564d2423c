import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { members } from '../access/tables.ts'
import { Refusal, recordedRefusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { pastMembers } from './tables.ts'

/** For how many days a person who left a team cannot buy what the team's shows sell. */
export const conflictOfInterestDays = 30

/**
 * Refuses a bid or purchase by a person who is a member of the selling team or left it less than 30 days ago,
 * no matter which account they act for. Must run in the seller's scope.
 * @throws Refusal conflict_of_interest, which is recorded in the seller's activity
 */
export async function refuseConflictOfInterest(
  tx: Tx,
  seller: string,
  person: string,
  show: { id: string; name: string },
): Promise<void> {
  const since = sql`now() - ${`${conflictOfInterestDays} days`}::interval`
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.accountId, seller),
        eq(members.personId, person),
        or(isNull(members.endsAt), gt(members.endsAt, since)),
      ),
    )
  const [past] = await tx
    .select({ leftAt: pastMembers.leftAt })
    .from(pastMembers)
    .where(
      and(eq(pastMembers.accountId, seller), eq(pastMembers.personId, person), gt(pastMembers.leftAt, since)),
    )
  if (!member && !past) return
  const until = past && !member ? new Date(past.leftAt.getTime() + conflictOfInterestDays * 86_400_000) : null
  throw recordedRefusal(new Refusal('conflict_of_interest', { until, days: conflictOfInterestDays }), {
    act: 'spending.conflict_refused',
    subject: show,
  })
}
