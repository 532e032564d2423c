import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { byKey } from '../platform/database/by-key.ts'
import type { Database } from '../platform/database/database.ts'
import { inScope } from '../platform/database/scope.ts'
import { readInvitationToken } from './invitation-tokens.ts'
import { invitations } from './tables.ts'

/** Whether the token proves the e-mail address, because it comes from the mail of a pending invitation to it. */
export async function invitationProvesAddress(
  database: Database,
  secret: string,
  token: string,
  address: string,
) {
  const claim = readInvitationToken(secret, token)
  if (claim?.purpose !== 'mail') return false
  const found = await inScope(database, { as: 'system', account: claim.account }, (tx) =>
    tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          byKey(invitations, claim.account, claim.invitation),
          eq(invitations.generation, claim.generation),
          eq(sql`lower(${invitations.email})`, address.toLowerCase()),
          isNull(invitations.outcome),
          gt(invitations.expiresAt, sql`now()`),
        ),
      ),
  )
  return found.length > 0
}
