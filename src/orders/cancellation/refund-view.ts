import { z } from 'zod'
import type { refunds } from '../sale/request-tables.ts'

export const Refund = z
  .object({
    id: z.string(),
    amount: z.int(),
    state: z.enum(['suggested', 'dismissed', 'pending', 'succeeded', 'failed']),
    reason: z.string(),
    person: z
      .string()
      .describe('The member who made or suggested it, and the member who decided on a suggestion.'),
    decidedBy: z.string().nullable(),
    createdAt: z.date(),
    settledAt: z.date().nullable(),
  })
  .meta({ id: 'Refund' })

export const toRefundView = (refund: typeof refunds.$inferSelect): z.input<typeof Refund> => ({
  id: refund.id,
  amount: refund.amount,
  state: refund.state,
  reason: refund.reason,
  person: refund.personName,
  decidedBy: refund.decidedBy,
  createdAt: refund.createdAt,
  settledAt: refund.settledAt,
})
