import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { invitations } from './tables.ts'
import { readToken } from './tokens.ts'

/** Whether the token proves the address: only a mailed one of an invitation to it that still stands. */
export async function provesAddress(database: Database, secret: string, token: string, address: string) {
  const claim = readToken(secret, token)
  if (claim?.purpose !== 'mail') return false
  const found = await within(database, { as: 'system', account: claim.account }, (tx) =>
    tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          eq(invitations.accountId, claim.account),
          eq(invitations.id, claim.invitation),
          eq(invitations.generation, claim.generation),
          eq(sql`lower(${invitations.email})`, address.toLowerCase()),
          isNull(invitations.outcome),
          gt(invitations.expiresAt, sql`now()`),
        ),
      ),
  )
  return found.length > 0
}
