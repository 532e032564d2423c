import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { pageSize } from '../ground/page.ts'
import { type ShowSales, salesByMinute, salesOfShows } from '../orders/of-show.ts'
import { minutesOf, peakOf } from '../shows/audience.ts'
import { heldIn } from '../shows/held.ts'
import { rowOf } from '../shows/listing.ts'
import type { TopQuery } from './tops.ts'

const sold = {
  orders: z.int(),
  /** What was paid for what the show sold, without shipping and before refunds of a part; cancelled orders do not count. */
  items: z.int(),
  shipping: z.int(),
  currency: z.string(),
}
export const ShowSold = z
  .object({
    show: z.string(),
    title: z.string(),
    startedAt: z.date().nullable(),
    closedAt: z.date().nullable(),
    /** The most that watched at a time. */
    peak: z.int(),
    ...sold,
  })
  .meta({ id: 'ShowSold' })

export const ShowReport = z
  .object({
    peak: z.int(),
    ...sold,
    /** Those in which somebody watched or bought, in order; `items` as above. */
    minutes: z.array(z.object({ minute: z.date(), viewers: z.int(), orders: z.int(), items: z.int() })),
  })
  .meta({ id: 'ShowReport' })

const none: ShowSales = { orders: 0, items: 0, shipping: 0 }

/** The shows of a period, the latest first, with what each sold. */
export async function shows(db: Tx, actor: Actor, query: z.output<typeof TopQuery>, size = pageSize) {
  const { items, next } = await heldIn(db, actor, query, query.after, size)
  const sales = await salesOfShows(
    db,
    actor.account,
    items.map(({ id }) => id),
  )
  return { items: items.map((show) => ({ ...show, show: show.id, ...(sales.get(show.id) ?? none) })), next }
}

/** A show minute by minute. @throws Refusal not_found */
export async function show(db: Tx, actor: Actor, id: string): Promise<z.input<typeof ShowReport>> {
  const { currency } = await rowOf(db, actor.account, id)
  const sales = (await salesOfShows(db, actor.account, [id])).get(id) ?? none
  const minutes = new Map<number, { viewers: number; orders: number; items: number }>()
  for (const { minute, viewers } of await minutesOf(db, actor, id))
    minutes.set(minute.getTime(), { viewers, orders: 0, items: 0 })
  for (const { minute, orders, items } of await salesByMinute(db, actor.account, id)) {
    const at = new Date(minute).getTime()
    minutes.set(at, { viewers: minutes.get(at)?.viewers ?? 0, orders, items })
  }
  return {
    currency,
    ...sales,
    peak: await peakOf(db, actor, id),
    minutes: [...minutes]
      .sort(([one], [other]) => one - other)
      .map(([at, minute]) => ({ minute: new Date(at), ...minute })),
  }
}
