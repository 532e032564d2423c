import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts, hasAccess, members, people } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Scope } from '../platform/database/scope.ts'
import { invitationStatus } from './find-invitation.ts'
import { readInvitationToken, type TokenClaim } from './invitation-tokens.ts'
import { invitations } from './tables.ts'

export const TokenInput = z.strictObject({ token: z.string().max(400) })

/**
 * The scope that an invitation's token opens: the account to which it invites.
 * @throws Refusal invitation_unknown for a token that this server did not make
 */
export const scopeOfToken =
  ({ config }: Services) =>
  ({ token }: { token: string }): Scope => ({
    as: 'system',
    account: readTokenClaim(config.secret, token).account,
  })

export function readTokenClaim(secret: string, token: string): TokenClaim {
  const claim = readInvitationToken(secret, token)
  if (!claim) throw new Refusal('invitation_unknown')
  return claim
}

export async function loadInvitation(db: Tx, { account, invitation }: TokenClaim) {
  const [found] = await db
    .select({
      invitation: invitations,
      account: {
        id: accounts.id,
        name: accounts.name,
        username: accounts.username,
        eraseAt: accounts.eraseAt,
      },
      inviter: { id: people.id, name: people.name, email: people.email, language: people.language },
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(byKey(invitations, account, invitation))
  return found
}

/**
 * Finds the invitation if it can still be answered with this token.
 * @throws Refusal invitation_unknown (also for a link that a newer one has replaced, and while the account is being
 * deleted), or the code for how the invitation ended
 */
export async function findStandingInvitation(db: Tx, claim: TokenClaim) {
  const found = await loadInvitation(db, claim)
  if (!found || found.account.eraseAt || found.invitation.outcome === 'expired')
    throw new Refusal('invitation_unknown')
  const status = invitationStatus(found.invitation, db.now)
  const about = { account: found.account.name, invitedBy: found.inviter.name }
  if (status === 'accepted' || status === 'declined' || status === 'cancelled')
    throw new Refusal(`invitation_${status}`, about)
  if (found.invitation.generation !== claim.generation) throw new Refusal('invitation_unknown')
  const isOver = found.invitation.endsAt !== null && found.invitation.endsAt <= db.now
  if (status === 'expired' || isOver) throw new Refusal('invitation_expired', about)
  return found
}

export async function roleInTeam(db: Tx, account: string, person: string) {
  const [found] = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.accountId, account), eq(members.personId, person), hasAccess))
  return found?.role
}

export const isSameAddress = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
