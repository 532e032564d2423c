import fc from 'fast-check'
import type { ApiClient, ApiReply } from '../../../cast/api-client.ts'
import type { SignedInCast } from '../../../cast/sign-up-cast.ts'
import { sandboxCarrier } from '../../../src/orders/shipping/carriers.ts'
import type { SeededBuyer } from '../../support/seed-buyers.ts'
import { ensureMember } from './run-races.ts'
import type { ShopModel } from './shop-model.ts'

export type ShopActSetting = {
  stage: SignedInCast
  buyers: SeededBuyer[]
  products: string[]
  model: ShopModel
}
type Helper = 'olga' | 'marc' | 'selma' | 'theo'

/** A random act: who, on what (numbers that are taken modulo the number of things), and the amount. */
export type ShopAct = { what: What; who: number; which: number; much: number }
const whats = [
  'buy',
  'buy',
  'buy',
  'ask',
  'ask',
  'answer',
  'answer',
  'refund',
  'ship',
  'payOut',
  'remove',
] as const
type What = (typeof whats)[number]

const number = fc.nat(10_000)
export const arbitraryShopAct = fc.record({
  what: fc.constantFrom(...whats),
  who: number,
  which: number,
  much: number,
})

const helpers: Helper[] = ['olga', 'marc', 'selma', 'theo']
const pick = <T>(from: T[], number: number): T | undefined => from[number % Math.max(1, from.length)]

/** Performs an act, and updates the model with what was acknowledged. @throws if the answer cannot be right */
export async function performShopAct(setting: ShopActSetting, act: ShopAct): Promise<void> {
  const outcome = await acts[act.what](setting, act)
  setting.model.note(`${act.what}: ${outcome}`)
}

const acts: Record<What, (setting: ShopActSetting, act: ShopAct) => Promise<string>> = {
  buy: async ({ stage, buyers, products, model }, { who, which, much }) => {
    const { client, path } = pick(buyers, who) as SeededBuyer
    const chosen = [...new Set([pick(products, which), pick(products, much)])] as string[]
    const items = chosen.map((product) => ({ product, quantity: 1 + (much % 2) }))
    const answer = await client.post(`${path}/purchases`, { seller: stage.own.olga, items })
    if (answer.status < 300) model.bought(answer, items)
    return outcomeOf(answer, ['sold_out', 'payment_declined'])
  },

  ask: async ({ buyers, model }, { who, which }) => {
    const { client, path } = pick(buyers, who) as SeededBuyer
    const order = pick((await client.get(`${path}/purchases`)).body.items as { id: string }[], which)
    if (!order || !model.orders.has(order.id)) return 'nothing'
    const answer = await client.post(`${path}/purchases/${order.id}/cancellation`, {
      reason: 'Changed my mind',
    })
    return outcomeOf(answer, ['asked_before', 'too_late_to_cancel'])
  },

  answer: async ({ stage, model }, { who, which, much }) => {
    const { body } = await stage.as.olga.get(`${stage.ours}/cancellations`)
    const request = pick(body.items as { id: string; order: string }[], which)
    if (!request) return 'nothing'
    const verb = much % 3 === 0 ? 'decline' : 'accept'
    const by = client(stage, who)
    const answer = await by.post(`${stage.ours}/cancellations/${request.id}/${verb}`)
    if (answer.status < 300 && verb === 'accept') model.cancelled(request.order)
    return outcomeOf(answer, ['cancellation_settled', 'forbidden', 'not_found'])
  },

  refund: async ({ stage, model }, { who, which, much }) => {
    const order = pick([...model.orders.keys()], which)
    if (!order) return 'nothing'
    const amount = 1 + (much % 4000)
    const answer = await client(stage, who).post(`${stage.ours}/orders/${order}/refunds`, { amount })
    if (answer.status < 300) model.refunded(order, amount)
    return outcomeOf(answer, ['refund_too_high', 'forbidden', 'not_found'])
  },

  ship: async ({ stage, model }, { who, which }) => {
    const by = client(stage, who)
    const { body } = await stage.as.olga.get(`${stage.ours}/shipments?status=created`)
    const shipment = pick(body.items as { id: string }[], which)
    if (!shipment) return 'nothing'
    const path = `${stage.ours}/shipments/${shipment.id}`
    await by.patch(path, { weightGrams: 600 })
    const labelled = await by.post(`${path}/label`)
    const refusals = [
      'cancellation_open',
      'label_exists',
      'nothing_to_send',
      'not_now',
      'not_found',
      'weight_needed',
    ]
    if (labelled.status >= 300) return outcomeOf(labelled, refusals)
    model.labelled(sandboxCarrier.price(labelled.body.weightGrams))
    for (const status of ['dropped_off', 'in_transit', 'delivered']) {
      const moved = await by.post(`${path}/progress`, { status })
      if (moved.status >= 300) return outcomeOf(moved, ['not_found'])
      if (status === 'delivered')
        for (const { id } of moved.body.orders as { id: string }[]) model.delivered(id)
    }
    return 'done'
  },

  payOut: async ({ stage, model }, { who, much }) => {
    const amount = 1 + (much % 9000)
    const answer = await client(stage, who).post(`${stage.ours}/payouts`, { amount })
    if (answer.status < 300) model.payout(amount)
    return outcomeOf(answer, ['balance_too_low', 'forbidden', 'not_found'])
  },

  /** Removes a member while they act. After the answer, they have no access. Then they join again. */
  remove: async (setting, { who }) => {
    const { stage } = setting
    const name = pick(['marc', 'selma', 'theo'] as const satisfies Helper[] as Helper[], who) as 'marc'
    if (away.has(name)) return 'nothing'
    away.add(name)
    const role = { marc: 'admin', selma: 'seller', theo: 'support' }[name] as 'admin'
    const member = await ensureMember(stage, name, role)
    const removed = await stage.as.olga.delete(`${stage.ours}/members/${member}`)
    const after = await stage.as[name].get(`${stage.ours}/orders`)
    if (removed.status !== 200 || after.status !== 404)
      throw new Error(`${name} is still in: ${after.status}`)
    await ensureMember(stage, name, role)
    away.delete(name)
    return 'done'
  },
}
const away = new Set<string>()

const client = ({ as }: SignedInCast, who: number): ApiClient => as[pick(helpers, who) as Helper]

/** @throws unless the act was done, or refused for a possible reason */
function outcomeOf({ status, body }: ApiReply, refusals: string[]): string {
  if (status < 300) return 'done'
  if (refusals.includes(body.code)) return body.code
  throw new Error(`${status}: ${JSON.stringify(body)}`)
}
