import { z } from 'zod'
import { givenRoles, roles } from '../permissions.ts'

export const invitationStates = ['pending', 'accepted', 'declined', 'cancelled', 'expired'] as const

export const InvitationView = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(givenRoles),
    status: z.enum(invitationStates),
    invitedBy: z.object({ id: z.string(), name: z.string() }),
    createdAt: z.date(),
    expiresAt: z.date(),
    endsAt: z.date().nullable().describe('When the access that it gives ends; null: never.'),
    locale: z.enum(['en', 'fr']),
    delivery: z
      .object({
        state: z.enum(['queued', 'sent', 'failed', 'kept']),
        at: z.date(),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe(
        'What happened to the most recent mail. `kept`: there is no mail server; the mail can be read at /mailbox.',
      ),
  })
  .meta({ id: 'Invitation' })

export const MemberView = z
  .object({
    id: z.string(),
    person: z.string().describe("The person's id."),
    name: z.string(),
    username: z.string().nullable().describe("The username of the person's own account."),
    email: z.string().optional().describe('Only for members who manage the team.'),
    role: z.enum(roles),
    twoFactor: z.boolean(),
    lastActiveAt: z.date().nullable(),
    endsAt: z.date().nullable(),
    joinedAt: z.date(),
    you: z.boolean(),
  })
  .meta({ id: 'Member' })
