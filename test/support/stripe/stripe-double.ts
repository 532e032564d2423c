import { createHmac } from 'node:crypto'
import { connectOperations, makeSellersBanks } from './connect-operations.ts'
import { paymentOperations } from './payment-operations.ts'
import { openStripeHttp } from './stripe-http.ts'
import { openStripeStore, type StripeEvent } from './stripe-store.ts'
import { makeStripeVisitors } from './stripe-visitors.ts'

export const stripeTestKey = 'sk_test_51StagedoorStagedoor'
/** The signing secrets of the webhook's endpoints: for the platform's own events, and for connected accounts. */
export const stripeWebhookSecrets = { platform: 'whsec_platform', connected: 'whsec_connected' }

/**
 * A double of Stripe on this machine, which answers as its API reference says (docs.stripe.com/api). It implements
 * the part that we use, and refuses every other operation or parameter.
 */
export async function openStripeDouble() {
  const store = openStripeStore()
  const wire = await openStripeHttp(
    { ...paymentOperations(store, () => wire.url), ...connectOperations(store) },
    stripeTestKey,
  )
  return {
    ...wire,
    store,
    ...makeStripeVisitors(store),
    ...makeSellersBanks(store),
    /** The environment for a server that uses it. */
    environment: {
      STRIPE_SECRET_KEY: stripeTestKey,
      STRIPE_WEBHOOK_SECRET: Object.values(stripeWebhookSecrets).join(','),
      STRIPE_API_URL: wire.url,
    },
    /** Sends a server all events since the last call. @returns the statuses of its answers, by the kind of event */
    deliver: async (address: string) => {
      const told: [string, number][] = []
      for (const event of store.events.splice(0))
        told.push([event.type, await sendStripeWebhook(address, event)])
      return told
    },
  }
}

/** Signs an event as docs.stripe.com/webhooks/signature says: the time, and the HMAC of it and of the body. */
export function signStripeWebhook(body: string, secret: string, at = Date.now()): string {
  const time = Math.floor(at / 1000)
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}

/** Sends one event, signed with the endpoint's secret unless another signature is given. */
export async function sendStripeWebhook(
  address: string,
  event: StripeEvent,
  signed?: string,
): Promise<number> {
  const body = JSON.stringify({ api_version: '2026-10-28.endive', livemode: false, ...event })
  const secret = event.account ? stripeWebhookSecrets.connected : stripeWebhookSecrets.platform
  const answer = await fetch(`${address}/api/stripe/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': signed ?? signStripeWebhook(body, secret),
    },
    body,
  })
  return answer.status
}
