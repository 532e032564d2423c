import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { Refusal, recorded } from '../door/errors.ts'
import { members } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { pastMembers } from './tables.ts'

/** Days for which whoever left a team stays out of what its shows sell. */
export const interestDays = 30

/**
 * Nobody of a team bids on, buys or wins what its own shows sell, whichever account they act for, while they are a
 * member and for 30 days after. Runs as the seller's account.
 * @throws Refusal conflict_of_interest, which is recorded
 */
export async function refuseInterested(
  tx: Tx,
  seller: string,
  person: string,
  show: { id: string; name: string },
): Promise<void> {
  const since = sql`now() - ${`${interestDays} days`}::interval`
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
  const until = past && !member ? new Date(past.leftAt.getTime() + interestDays * 86_400_000) : null
  throw recorded(new Refusal('conflict_of_interest', { until, days: interestDays }), {
    act: 'spending.conflict_refused',
    subject: show,
  })
}
