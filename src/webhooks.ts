import type { FastifyInstance } from 'fastify'
import { Refusal } from './door/errors.ts'
import type { Config } from './ground/config.ts'
import type { Database } from './ground/db.ts'
import { settleCharge, settleRefund, settleRefunds } from './orders/settling.ts'
import { type About, readEvent } from './payments/stripe-events.ts'
import { settlePayout } from './payouts/settling.ts'
import { makeTill } from './till.ts'

/**
 * Where Stripe tells that something happened. Whoever has signed it is believed that something did, and Stripe is
 * asked what. An error is answered as one, so that Stripe tells it again.
 */
export function webhooks(app: FastifyInstance, database: Database, config: Config): void {
  const { stripe, secrets } = config
  if (!stripe) return
  const till = makeTill(database, config)
  const settle = (about: About): Promise<void> => {
    switch (about.what) {
      case 'charge':
        return settleCharge(till, about)
      case 'refund':
        return settleRefund(till, about, true)
      case 'refunds':
        return settleRefunds(till, about)
      case 'payout':
        return settlePayout({ ...till, secrets }, { account: about.seller, payout: about.payout }, true)
    }
  }

  app.register(async (own) => {
    // The signature is of the bytes as they were sent.
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    own.post('/api/stripe/webhook', { schema: { hide: true } as object }, async ({ body, headers }) => {
      const signature = String(headers['stripe-signature'] ?? '')
      const about = await readEvent(body as Buffer, signature, stripe.webhookSecrets).catch(() => {
        throw new Refusal('wrong_signature')
      })
      if (about) await settle(about)
      return {}
    })
  })
}
