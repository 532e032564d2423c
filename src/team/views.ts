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
    /** End of the access that it gives. */
    endsAt: z.date().nullable(),
    locale: z.enum(['en', 'fr']),
    /** Fate of the mail sent last; kept: there is no mail server, it can be read at /mailbox. */
    delivery: z
      .object({
        state: z.enum(['queued', 'sent', 'failed', 'kept']),
        at: z.date(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Invitation' })

export const MemberView = z
  .object({
    id: z.string(),
    /** The person's id. */
    person: z.string(),
    name: z.string(),
    /** That of the person's own account. */
    username: z.string().nullable(),
    /** Only for whoever manages the team. */
    email: z.string().optional(),
    role: z.enum(roles),
    twoFactor: z.boolean(),
    lastActiveAt: z.date().nullable(),
    endsAt: z.date().nullable(),
    joinedAt: z.date(),
    you: z.boolean(),
  })
  .meta({ id: 'Member' })

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
/** A moment that has yet to come, at most ten years ahead. */
export const future = moment
  .refine((at) => at.getTime() > Date.now(), { params: { code: 'past' } })
  .refine((at) => at.getTime() < Date.now() + 3653 * 86_400_000, { params: { code: 'date' } })
