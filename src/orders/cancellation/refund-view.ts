import { z } from 'zod'
import type { refunds } from '../sale/request-tables.ts'

export const Refund = z
  .object({
    id: z.string(),
    amount: z.int().describe("In minor units of the order's currency."),
    status: z.enum(['suggested', 'dismissed', 'pending', 'succeeded', 'failed']),
    reason: z.string().describe('The reason that the member gave; empty if there is none.'),
    by: z.string().describe('The name of the member who made or suggested the refund.'),
    decidedBy: z
      .string()
      .nullable()
      .describe('The name of the member who decided on a suggested refund; null if nobody did.'),
    createdAt: z.date(),
    settledAt: z
      .date()
      .nullable()
      .describe('When the provider confirmed or refused the refund, or it was dismissed; null until then.'),
  })
  .meta({ id: 'Refund' })

export const toRefundView = (refund: typeof refunds.$inferSelect): z.input<typeof Refund> => ({
  id: refund.id,
  amount: refund.amount,
  status: refund.status,
  reason: refund.reason,
  by: refund.personName,
  decidedBy: refund.decidedBy,
  createdAt: refund.createdAt,
  settledAt: refund.settledAt,
})
