import { z } from 'zod'
import type { Person, Visitor } from '../access/gate.ts'
import type { Services } from '../http/route.ts'
import { givenRoles } from '../permissions.ts'
import type { Tx } from '../platform/database/database.ts'
import { findStandingInvitation, isSameAddress, readTokenClaim, roleInTeam } from './invitation-by-token.ts'

export const InvitationPreview = z.object({
  account: z.object({ id: z.string(), name: z.string(), username: z.string() }),
  invitedBy: z.object({ name: z.string() }),
  role: z.enum(givenRoles),
  email: z.string(),
  expiresAt: z.date(),
  endsAt: z.date().nullable(),
  purpose: z
    .enum(['mail', 'link'])
    .describe('How the link was sent. A mailed link proves the address of the person who opens it.'),
  you: z
    .object({ name: z.string(), email: z.string(), matches: z.boolean(), member: z.boolean() })
    .nullable(),
})

/**
 * Shows an invitation to anyone who has its link. Changes nothing.
 * @throws Refusal invitation_unknown, or invitation_accepted, _declined, _cancelled or _expired
 */
export async function previewInvitation(
  db: Tx,
  visitor: Visitor | Person,
  token: string,
  { config }: Services,
) {
  const claim = readTokenClaim(config.secret, token)
  const { invitation, account, inviter } = await findStandingInvitation(db, claim)
  const person = 'person' in visitor ? visitor : undefined
  const { role, email, expiresAt, endsAt } = invitation
  return {
    account: { id: account.id, name: account.name, username: account.username },
    invitedBy: { name: inviter.name },
    role,
    email,
    expiresAt,
    endsAt,
    purpose: claim.purpose,
    you: person
      ? {
          name: person.name,
          email: person.email,
          matches: isSameAddress(person.email, email),
          member: (await roleInTeam(db, claim.account, person.person)) !== undefined,
        }
      : null,
  }
}
