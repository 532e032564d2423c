import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { castAddresses } from '../../../cast/cards-and-addresses.ts'
import type { PaymentService } from '../../../src/orders/settlement.ts'
import { queryRows } from '../../../src/platform/database/database.ts'
import { makePaymentService } from '../../../src/server/payment-service.ts'
import { testSecret } from '../test-environment.ts'
import { openWorldWithCast } from '../test-world.ts'
import { openStripeDouble, stripeTestKey, stripeWebhookSecrets } from './stripe-double.ts'

export const stripeCardNumbers = {
  good: '4242424242424242',
  other: '5555555555554444',
  /** This card can be connected, and is declined when it is charged. */
  declined: '4000000000000341',
  confirm: '4000002500003155',
  confirmAndDecline: '4000008260003178',
  /** Refunds to this card fail later. */
  refundFails: '4000000000005126',
  refundPending: '4000000000007726',
}

/** The double of Stripe, a Stagedoor that uses it, and Fox & Fern, which buys from Maison Ours. */
export async function openStripeWorld(environment: Record<string, string> = {}) {
  const double = await openStripeDouble()
  const { world, stage } = await openWorldWithCast({ ...double.environment, ...environment })
  const { rita, olga } = stage.as
  const methods = `${stage.fox}/payment-methods`
  await rita.post(`${stage.fox}/addresses`, castAddresses.fox)

  const paymentServiceWith = (key: string): PaymentService =>
    makePaymentService(world.database, {
      feePercent: 8,
      secret: testSecret,
      stripe: {
        key,
        apiUrl: double.url,
        webhookSecrets: Object.values(stripeWebhookSecrets),
        home: 'http://localhost',
      },
    })
  const run = <T>(statement: ReturnType<typeof sql>) => queryRows<T>(world.database.db, statement)
  const statusOf = async (order: string) =>
    (await rita.get(`${stage.fox}/purchases/${order}`)).body.status as string
  const stockOf = async (product: string) =>
    (await olga.get(`${stage.ours}/products/${product}`)).body.quantity as number

  return {
    double,
    world,
    stage,
    methods,
    run,
    statusOf,
    paymentService: paymentServiceWith(stripeTestKey),
    paymentServiceWith,
    /** Rita connects a card on Stripe's page and comes back. @returns the method's id */
    connects: async (number: string): Promise<string> => {
      const { url } = (await rita.post(`${methods}/setup`)).body
      const session = new URL(double.fill(url, number) as string).searchParams.get('session')
      const { status, body } = await rita.post(`${methods}/setup/complete`, { session })
      expect(status).toBe(201)
      return body.id
    },
    /** Rita buys a bear for 16.00, with 4.50 of shipping. */
    buys: async (method: string, headers = {}) => {
      const bear = { title: 'Ceramic bear', price: 1600, quantity: 1 }
      const product = (await olga.post(`${stage.ours}/products`, bear)).body.id
      const basket = { seller: stage.own.olga, items: [{ product, quantity: 1 }], method }
      const send = () => rita.post(`${stage.fox}/purchases`, basket, headers)
      const { status, body } = await send()
      const order = (body.purchase ?? body.id) as string
      return { status, body, order, send, left: () => stockOf(product) }
    },
    /** The payments of an order at Stripe. */
    intentsOf: (order: string) =>
      [...double.store.intents.values()].filter(({ metadata }) => metadata.order === order),
    minuteLater: (order: string) =>
      run(sql`update charges set created_at = now() - interval '1 minute' where order_id = ${order}`),
    halfAnHourLater: (order: string) =>
      run(sql`update charges set expires_at = expires_at - interval '30 minutes' where order_id = ${order}`),
    close: async () => {
      await world.stop()
      double.close()
    },
  }
}
export type StripeWorld = Awaited<ReturnType<typeof openStripeWorld>>
