import { z } from 'zod'
import { givenRoles, roles } from '../permissions.ts'

export const invitationStatuses = ['pending', 'accepted', 'declined', 'cancelled', 'expired'] as const

export const InvitationView = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(givenRoles),
    status: z.enum(invitationStatuses),
    invitedBy: z.object({ id: z.string(), name: z.string() }),
    createdAt: z.date(),
    expiresAt: z.date().describe('Until when the invitation can be accepted.'),
    endsAt: z.date().nullable().describe('When the access that the invitation gives ends; null: never.'),
    locale: z.enum(['en', 'fr']).describe("The mail's language."),
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
    username: z
      .string()
      .nullable()
      .describe("The username of the person's own account; null if they have none."),
    email: z.string().optional().describe('Only for members who manage the team.'),
    role: z.enum(roles),
    twoFactor: z.boolean(),
    lastActiveAt: z
      .date()
      .nullable()
      .describe('When the member last made a request for the account; null: never.'),
    endsAt: z.date().nullable().describe('When the access ends by itself; null: never.'),
    joinedAt: z.date(),
    you: z.boolean().describe('Whether it is the caller.'),
  })
  .meta({ id: 'Member' })
