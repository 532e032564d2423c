import { and, asc, eq } from 'drizzle-orm'
import { hasAccess, members, people } from '../../access/tables.ts'
import { may } from '../../permissions.ts'
import type { Tx } from '../../platform/database/database.ts'
import { actingForOtherAccount } from '../../platform/database/scope.ts'
import { formatMoney, type Language } from '../../platform/format/i18n.ts'
import type { SendMail } from '../../platform/mail/queue-mail.ts'
import { orderCode } from '../sale/order-code.ts'
import { orderItems, type orders, type ShippingAddress } from '../sale/tables.ts'

type Order = typeof orders.$inferSelect
type Reader = { id: string; name: string; email: string; language: Language }

/** Mails a receipt to the person who bought the order and to the Owner of the account that paid. */
export async function mailReceipt(tx: Tx, sendMail: SendMail, order: Order): Promise<void> {
  const items = await tx
    .select()
    .from(orderItems)
    .where(and(eq(orderItems.accountId, order.accountId), eq(orderItems.orderId, order.id)))
    .orderBy(asc(orderItems.position))
  await mailBuyers(tx, order, async (reader) => {
    const money = (amount: number) => formatMoney(reader.language, amount, order.currency)
    const isOwn = reader.id === order.personId
    await sendMail(tx, {
      ...mailTo(order, reader, isOwn ? 'order_paid' : 'order_paid_by'),
      about: {
        ...mailValues(order, reader),
        person: order.personName,
        method: order.method,
        items: items
          .map(({ quantity, title, price }) => `${quantity} × ${title} · ${money(price * quantity)}`)
          .join('\n'),
        itemsTotal: money(order.itemsTotal),
        shipping: money(order.shipping),
        total: money(order.total),
        address: order.address ? toOneLine(order.address) : '',
      },
    })
  })
}

/** Mails that the order was refunded, in part or completely. */
export const mailRefund = (tx: Tx, sendMail: SendMail, order: Order, amount: number): Promise<void> =>
  mailBuyers(tx, order, (reader) =>
    sendMail(tx, {
      ...mailTo(order, reader, 'refunded'),
      about: {
        ...mailValues(order, reader),
        method: order.method,
        amount: formatMoney(reader.language, amount, order.currency),
        total: formatMoney(reader.language, order.total, order.currency),
      },
    }),
  )

/**
 * Calls `mail` for the Owner of the buyer's account and for the person who bought the order. A buyer who may no longer
 * see the account's purchases gets no mail.
 */
const mailBuyers = (tx: Tx, order: Order, mail: (reader: Reader) => Promise<void>): Promise<void> =>
  actingForOtherAccount(tx, order.buyerId, { as: 'system', account: order.accountId }, async () => {
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
      .where(and(eq(members.accountId, order.buyerId), hasAccess))
    for (const { role, ...reader } of team)
      if (role === 'owner' || (reader.id === order.personId && may(role, 'money.spend'))) await mail(reader)
  })

const mailTo = <K>(order: Order, { email, language }: Reader, kind: K) => ({
  to: email,
  kind,
  language,
  account: order.buyerId,
  url: `/dashboard/${order.buyerId}/spending/purchases/${order.id}`,
})

const mailValues = (order: Order, { name }: Reader) => ({
  name,
  code: orderCode(order.id),
  shop: order.sellerName ?? 'Stagedoor',
  account: order.buyerName ?? '',
})

const toOneLine = ({ name, line1, line2, postalCode, city, region, country }: ShippingAddress) =>
  [name, line1, line2, `${postalCode} ${city}`.trim(), region, country].filter(Boolean).join(', ')
