import type { FastifyInstance } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import { refreshCharge, settleRefund, settleRefunds } from '../orders/settlement.ts'
import { readStripeEvent, type StripeEventSubject } from '../payments/stripe-events.ts'
import { settlePayout } from '../payouts/payout-settlement.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { makePaymentService } from './payment-service.ts'

/**
 * Receives Stripe's events. A signed event is only taken as a hint that something happened; Stripe's API is then asked
 * what it was. If that fails, the answer is an error, so that Stripe sends the event again.
 */
export function mountStripeWebhooks(app: FastifyInstance, database: Database, config: Config): void {
  const { stripe, secrets } = config
  if (!stripe) return
  const paymentService = makePaymentService(database, config)
  const settle = (about: StripeEventSubject): Promise<void> => {
    switch (about.what) {
      case 'charge':
        return refreshCharge(paymentService, about)
      case 'refund':
        return settleRefund(paymentService, about, true)
      case 'refunds':
        return settleRefunds(paymentService, about)
      case 'payout':
        return settlePayout(
          { ...paymentService, secrets },
          { account: about.seller, payout: about.payout },
          true,
        )
    }
  }

  app.register(async (own) => {
    // The signature covers the bytes as they were sent.
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    own.post('/api/stripe/webhook', { schema: { hide: true } as object }, async ({ body, headers }) => {
      const signature = String(headers['stripe-signature'] ?? '')
      const about = await readStripeEvent(body as Buffer, signature, stripe.webhookSecrets).catch(() => {
        throw new Refusal('wrong_signature')
      })
      if (about) await settle(about)
      return {}
    })
  })
}
