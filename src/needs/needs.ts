import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Tx } from '../ground/db.ts'
import { answeredFor, unreadFor } from '../messages/waiting.ts'
import * as settings from '../notices/settings.ts'
import { type NoticeKind, noticeKinds } from '../notices/settings.ts'
import { toAnswer, toShip } from '../orders/waiting.ts'
import { may } from '../permissions.ts'

/** As many of a kind are counted. */
export const most = 100

/** What needs the person in this account: of each kind how many, and the first of them. */
export const Needs = z.object({
  items: z.array(
    z
      .object({
        kind: z.enum(noticeKinds),
        /** No more than are counted: `most`. */
        count: z.int(),
        /** Its id and what it is called: a buyer, a shop or an order's code. Null: a deleted account. */
        first: z.object({ id: z.string(), name: z.string().nullable() }),
      })
      .meta({ id: 'Need' }),
  ),
  most: z.int(),
  next: z.null(),
})

type Found = { id: string; name: string | null }[]
const find: Record<NoticeKind, (db: Tx, actor: Actor) => Promise<Found>> = {
  messages: (db, actor) => unreadFor(db, actor, most),
  replies: (db, actor) => answeredFor(db, actor, most),
  cancellations: (db, actor) => toAnswer(db, actor, most),
  to_ship: (db, actor) => toShip(db, actor, most),
}

/** What they may act on and want to be told of; what waits for nobody is left out. */
export async function list(db: Tx, actor: Actor): Promise<z.input<typeof Needs>> {
  const wanted = await settings.list(db)
  const items: z.input<typeof Needs>['items'] = []
  for (const { kind, bell, permission } of wanted.items) {
    if (!bell || !may(actor.role, permission)) continue
    const found = await find[kind](db, actor)
    if (found[0]) items.push({ kind, count: found.length, first: found[0] })
  }
  return { items, most, next: null }
}
