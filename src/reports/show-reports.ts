import { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import { type ShowSales, salesByMinute, salesOfShows } from '../orders/sale/by-show.ts'
import type { Tx } from '../platform/database/database.ts'
import { pageSize } from '../platform/database/keyset-page.ts'
import { findShowRow } from '../shows/account-shows.ts'
import { showsHeldIn } from '../shows/past-shows.ts'
import { peakViewers, viewersByMinute } from '../shows/viewer-counts.ts'
import type { TopQuery } from './top-lists.ts'

const sold = {
  orders: z.int(),
  items: z
    .int()
    .describe(
      'What buyers paid for the items, in minor units, without shipping. Partial refunds are not subtracted; cancelled orders are left out.',
    ),
  shipping: z.int().describe('What buyers paid for shipping, in minor units.'),
  currency: z.string(),
}
export const ShowSold = z
  .object({
    show: z.string(),
    title: z.string(),
    startedAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    peak: z.int().describe('The largest number of viewers at one time.'),
    ...sold,
  })
  .meta({ id: 'ShowSold' })

export const ShowReport = z
  .object({
    peak: z.int(),
    ...sold,
    minutes: z
      .array(z.object({ minute: z.date(), viewers: z.int(), orders: z.int(), items: z.int() }))
      .describe(
        'The minutes in which somebody watched or bought, the earliest first. `items` is an amount, as above.',
      ),
  })
  .meta({ id: 'ShowReport' })

const none: ShowSales = { orders: 0, items: 0, shipping: 0 }

/** Lists the shows of a period, the latest first, with their sales. */
export async function listShowReports(
  db: Tx,
  actor: Actor,
  query: z.output<typeof TopQuery>,
  size = pageSize,
) {
  const { items, next } = await showsHeldIn(db, actor, query, query.after, size)
  const sales = await salesOfShows(
    db,
    actor.account,
    items.map(({ id }) => id),
  )
  return { items: items.map((show) => ({ ...show, show: show.id, ...(sales.get(show.id) ?? none) })), next }
}

/**
 * Reads the viewers and the sales of a show, minute by minute.
 * @throws Refusal not_found
 */
export async function findShowReport(db: Tx, actor: Actor, id: string): Promise<z.input<typeof ShowReport>> {
  const { currency } = await findShowRow(db, actor.account, id)
  const sales = (await salesOfShows(db, actor.account, [id])).get(id) ?? none
  const minutes = new Map<number, { viewers: number; orders: number; items: number }>()
  for (const { minute, viewers } of await viewersByMinute(db, actor, id))
    minutes.set(minute.getTime(), { viewers, orders: 0, items: 0 })
  for (const { minute, orders, items } of await salesByMinute(db, actor.account, id)) {
    const at = new Date(minute).getTime()
    minutes.set(at, { viewers: minutes.get(at)?.viewers ?? 0, orders, items })
  }
  return {
    peak: await peakViewers(db, actor, id),
    orders: sales.orders,
    items: sales.items,
    shipping: sales.shipping,
    currency,
    minutes: [...minutes]
      .sort(([one], [other]) => one - other)
      .map(([at, minute]) => ({ minute: new Date(at), ...minute })),
  }
}
