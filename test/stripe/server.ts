import { createHmac } from 'node:crypto'
import { banks, connect } from './connect.ts'
import { payments, visitors } from './payments.ts'
import { openStore, type StripeEvent } from './store.ts'
import { openWire } from './wire.ts'

export const key = 'sk_test_51StagedoorStagedoor'
/** What messages are signed with: those of the platform's own events, and those of connected accounts. */
export const secrets = { platform: 'whsec_platform', connected: 'whsec_connected' }

/**
 * A double of Stripe on this machine, which answers as its API reference says (docs.stripe.com/api). It knows the
 * part of it that we use, and refuses any other operation or parameter.
 */
export async function openStripe() {
  const store = openStore()
  const wire = await openWire({ ...payments(store, () => wire.url), ...connect(store) }, key)
  return {
    ...wire,
    store,
    ...visitors(store),
    ...banks(store),
    /** What a server is started with to use it. */
    environment: {
      STRIPE_SECRET_KEY: key,
      STRIPE_WEBHOOK_SECRET: Object.values(secrets).join(','),
      STRIPE_API_URL: wire.url,
    },
    /** Tells a server all that has happened since. @returns how it answered, by the kind of event */
    deliver: async (address: string) => {
      const told: [string, number][] = []
      for (const event of store.events.splice(0)) told.push([event.type, await tell(address, event)])
      return told
    },
  }
}

/** Signs a message as docs.stripe.com/webhooks/signature says: a time, and the HMAC of it and of the body. */
export function signature(body: string, secret: string, at = Date.now()): string {
  const time = Math.floor(at / 1000)
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}

/** Sends one message, signed with the endpoint's secret unless another signature is given. */
export async function tell(address: string, event: StripeEvent, signed?: string): Promise<number> {
  const body = JSON.stringify({ api_version: '2026-10-28.endive', livemode: false, ...event })
  const secret = event.account ? secrets.connected : secrets.platform
  const answer = await fetch(`${address}/api/stripe/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': signed ?? signature(body, secret),
    },
    body,
  })
  return answer.status
}
