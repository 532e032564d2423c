import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { languages } from '../../../../locales/index.ts'
import type { Actor } from '../../../access/gate.ts'
import { Refusal } from '../../../errors/refusal.ts'
import type { WithAccess } from '../../../http/route.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type Language, translate } from '../../../platform/format/i18n.ts'
import { idReference } from '../../../platform/text-schemas.ts'
import { taskRows } from '../../../tasks/tables.ts'
import { shipments } from '../../sale/tables.ts'
import { sandboxCarrier } from '../carriers.ts'
import { findShipment } from '../shipment.ts'
import { drawLabel, type PrintedShipment } from './label-page.ts'
import { type PdfDocument, pdfFonts, printableText, printPages } from './pdf.ts'
import { drawPackingSlip } from './slip-page.ts'

/** The largest number of shipments in one file, and how many are read at once. */
const most = 500
const batch = 20

const language = z.enum(languages).optional()
export const PrintOne = z.strictObject({
  /** The language of the print; default: the reader's. */
  language,
})
export const PrintMany = z.strictObject({
  language,
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(',').map((id) => (id.startsWith('shp_') ? id : `shp_${id}`)))
    .pipe(z.array(idReference).max(most))
    .optional()
    .describe('The ids of shipments, separated by commas. `shp_` may be left out.'),
  task: idReference
    .optional()
    .describe(
      'Instead of ids: the shipments that a bulk task has processed. Without ids and task: the shipments that wait for this print.',
    ),
})

type Kind = 'labels' | 'slips'
const sizes = { labels: 'A6', slips: 'A5' } as const
const draws = { labels: drawLabel, slips: drawPackingSlip }

/**
 * Prints one shipment's label or slip.
 * @throws Refusal not_found, or not_now for a label that is not our carrier's
 */
export async function* printShipment(kind: Kind, withAccess: WithAccess, id: string, language: Language) {
  yield* file(kind, language, withAccess, async () => [id], true)
}

/** Prints many shipments, one after the other. Access is checked again before each batch. */
export async function* printShipments(
  kind: Kind,
  withAccess: WithAccess,
  { ids, task }: z.output<typeof PrintMany>,
  language: Language,
) {
  yield* file(kind, language, withAccess, (db, actor) => {
    if (ids) return known(db, actor, ids)
    return task ? doneBy(db, actor, task) : waiting(db, actor, kind)
  })
}

async function* file(
  kind: Kind,
  language: Language,
  withAccess: WithAccess,
  which: (db: Tx, actor: Actor) => Promise<string[]>,
  strict = false,
): AsyncIterable<Uint8Array> {
  const draw = draws[kind]
  yield* printPages(sizes[kind], pages(), (paper, page: PrintedShipment | undefined) =>
    page ? draw(paper, page) : nothing(paper, kind, language),
  )

  async function* pages(): AsyncIterable<(PrintedShipment | undefined)[]> {
    const ids = await withAccess(which)
    let count = 0
    for (let from = 0; from < ids.length; from += batch) {
      const read = await withAccess(async (db, actor) => {
        const found: PrintedShipment[] = []
        for (const id of ids.slice(from, from + batch))
          found.push({ shipment: await findShipment(db, actor, id), sender: actor.accountName, language })
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

/** Whether the label is our carrier's. A label that was bought elsewhere is printed there. */
const isOurs = ({ shipment }: PrintedShipment) =>
  shipment.carrier?.id === sandboxCarrier.name && shipment.tracking !== null

/** Adds a page that says that there is nothing to print, since a PDF needs at least one page. */
function nothing(paper: PdfDocument, kind: Kind, language: Language) {
  paper.addPage()
  const width = paper.page.width - 56
  paper
    .font(pdfFonts.plain, 12)
    .text(printableText(translate(language)(`shipping:paper.none.${kind}`)), 28, 60, { width })
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

/**
 * The shipments that wait for this print: for labels, those that have not left; for slips, those that are not packed.
 */
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
