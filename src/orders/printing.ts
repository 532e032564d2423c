import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { languages } from '../../locales/index.ts'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import type { Again } from '../door/route.ts'
import { taskRows } from '../door/task-tables.ts'
import type { Tx } from '../ground/db.ts'
import { reference } from '../ground/text.ts'
import { type Language, words } from '../ground/words.ts'
import { sandboxCarrier } from './carriers.ts'
import { labelPage, type Printed } from './label-page.ts'
import { fonts, type Paper, printable, printed } from './paper.ts'
import { find } from './shipment.ts'
import { slipPage } from './slip-page.ts'
import { shipments } from './tables.ts'

/** Parcels of one file at most, and those read in one go. */
const most = 500
const batch = 20

const language = z.enum(languages).optional()
export const PrintOne = z.strictObject({
  /** That of the print; left out: the reader's. */
  language,
})
export const PrintMany = z.strictObject({
  language,
  /** Parcels' ids, with a comma between each two; `shp_` may be left out. */
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(',').map((id) => (id.startsWith('shp_') ? id : `shp_${id}`)))
    .pipe(z.array(reference).max(most))
    .optional(),
  /** Instead of ids: the parcels that a bulk task has done. Without either: those that wait for it. */
  task: reference.optional(),
})

type Kind = 'labels' | 'slips'
const sizes = { labels: 'A6', slips: 'A5' } as const
const draws = { labels: labelPage, slips: slipPage }

/** One parcel's label or slip. @throws Refusal not_found, or not_now for a label that is not ours to print */
export async function* one(kind: Kind, again: Again, id: string, language: Language) {
  yield* file(kind, language, again, async () => [id], true)
}

/** Those of many parcels, one after the other, each batch asked for anew. */
export async function* many(
  kind: Kind,
  again: Again,
  { ids, task }: z.output<typeof PrintMany>,
  language: Language,
) {
  yield* file(kind, language, again, (db, actor) => {
    if (ids) return known(db, actor, ids)
    return task ? doneBy(db, actor, task) : waiting(db, actor, kind)
  })
}

async function* file(
  kind: Kind,
  language: Language,
  again: Again,
  which: (db: Tx, actor: Actor) => Promise<string[]>,
  strict = false,
): AsyncIterable<Uint8Array> {
  const draw = draws[kind]
  yield* printed(sizes[kind], pages(), (paper, page: Printed | undefined) =>
    page ? draw(paper, page) : nothing(paper, kind, language),
  )

  async function* pages(): AsyncIterable<(Printed | undefined)[]> {
    const ids = await again(which)
    let count = 0
    for (let from = 0; from < ids.length; from += batch) {
      const read = await again(async (db, actor) => {
        const found: Printed[] = []
        for (const id of ids.slice(from, from + batch))
          found.push({ parcel: await find(db, actor, id), sender: actor.accountName, language })
        return found
      })
      const right = kind === 'slips' ? read : read.filter(isOurs)
      count += right.length
      if (right.length > 0) yield right
    }
    if (count === 0 && strict) throw new Refusal('not_now')
    if (count === 0) yield [undefined]
  }
}

/** Whether the label is our carrier's: one's own is printed where it was bought. */
const isOurs = ({ parcel }: Printed) => parcel.carrier?.id === sandboxCarrier.name && parcel.tracking !== null

/** A file without a page would be none. */
function nothing(paper: Paper, kind: Kind, language: Language) {
  paper.addPage()
  const width = paper.page.width - 56
  paper
    .font(fonts.plain, 12)
    .text(printable(words(language)(`parcels:paper.none.${kind}`)), 28, 60, { width })
}

async function known(db: Tx, { account }: Actor, ids: string[]): Promise<string[]> {
  const found = await db
    .select({ id: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.accountId, account), inArray(shipments.id, ids)))
  const mine = new Set(found.map(({ id }) => id))
  return [...new Set(ids)].filter((id) => mine.has(id))
}

async function doneBy(db: Tx, { account }: Actor, task: string): Promise<string[]> {
  const found = await db
    .select({ id: sql<string>`${taskRows.input} ->> 'shipment'` })
    .from(taskRows)
    .where(and(eq(taskRows.accountId, account), eq(taskRows.taskId, task), eq(taskRows.outcome, 'done')))
    .orderBy(asc(taskRows.number))
  return found.map(({ id }) => id).filter(Boolean)
}

/** Labels of what has not left yet; slips of what is not packed yet. */
async function waiting(db: Tx, { account }: Actor, kind: Kind): Promise<string[]> {
  const mine = eq(shipments.accountId, account)
  const found = await db
    .select({ id: shipments.id })
    .from(shipments)
    .where(
      kind === 'labels'
        ? and(mine, eq(shipments.status, 'label_generated'), eq(shipments.carrier, sandboxCarrier.name))
        : and(mine, inArray(shipments.status, ['created', 'label_generated']), isNull(shipments.packedAt)),
    )
    .orderBy(desc(shipments.id))
    .limit(most)
  return found.map(({ id }) => id).reverse()
}
