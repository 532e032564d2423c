import { and, asc, eq } from 'drizzle-orm'
import { members, people, unended } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import type { Post } from '../ground/mail.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { type Language, moneyIn } from '../ground/words.ts'
import { may } from '../permissions.ts'
import { codeOf } from './placing.ts'
import { type Destination, orderItems, type orders } from './tables.ts'

type Order = typeof orders.$inferSelect
type Reader = { id: string; name: string; email: string; language: Language }

/** Mails what was bought and paid to who bought it, and to the Owner whose money it was. */
export async function mailReceipt(tx: Tx, post: Post, order: Order): Promise<void> {
  const items = await tx
    .select()
    .from(orderItems)
    .where(and(eq(orderItems.accountId, order.accountId), eq(orderItems.orderId, order.id)))
    .orderBy(asc(orderItems.position))
  await mailEach(tx, order, async (reader) => {
    const money = (amount: number) => moneyIn(reader.language, amount, order.currency)
    const isOwn = reader.id === order.personId
    await post(tx, {
      ...common(order, reader, isOwn ? 'order_paid' : 'order_paid_by'),
      about: {
        ...named(order, reader),
        person: order.personName,
        method: order.method,
        items: items
          .map(({ quantity, title, price }) => `${quantity} × ${title} · ${money(price * quantity)}`)
          .join('\n'),
        itemsTotal: money(order.itemsTotal),
        shipping: money(order.shipping),
        total: money(order.total),
        address: order.address ? inline(order.address) : '',
      },
    })
  })
}

/** Mails that some of it was paid back, or all. */
export const mailRefund = (tx: Tx, post: Post, order: Order, amount: number): Promise<void> =>
  mailEach(tx, order, (reader) =>
    post(tx, {
      ...common(order, reader, 'refunded'),
      about: {
        ...named(order, reader),
        method: order.method,
        amount: moneyIn(reader.language, amount, order.currency),
        total: moneyIn(reader.language, order.total, order.currency),
      },
    }),
  )

/** On the buyer's side: nobody who may not see its purchases (any more) is written to. */
const mailEach = (tx: Tx, order: Order, mail: (reader: Reader) => Promise<void>): Promise<void> =>
  onTheSideOf(tx, order.buyerId, { as: 'system', account: order.accountId }, async () => {
    const team = await tx
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        language: people.language,
        role: members.role,
      })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.accountId, order.buyerId), unended))
    for (const { role, ...reader } of team)
      if (role === 'owner' || (reader.id === order.personId && may(role, 'money.spend'))) await mail(reader)
  })

const common = <K>(order: Order, { email, language }: Reader, kind: K) => ({
  to: email,
  kind,
  language,
  account: order.buyerId,
  url: `/dashboard/${order.buyerId}/spending/purchases/${order.id}`,
})

const named = (order: Order, { name }: Reader) => ({
  name,
  code: codeOf(order.id),
  shop: order.sellerName ?? 'Stagedoor',
  account: order.buyerName ?? '',
})

const inline = ({ name, line1, line2, postalCode, city, region, country }: Destination) =>
  [name, line1, line2, `${postalCode} ${city}`.trim(), region, country].filter(Boolean).join(', ')
