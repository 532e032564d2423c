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

/** How many shipments one file can contain. */
const maxShipmentsPerFile = 500
/** How many shipments are read at once. */
const shipmentsPerBatch = 20

const language = z.enum(languages).optional().describe("The language of the print. Default: the caller's.")
export const PrintOne = z.strictObject({
  language,
})
export const PrintMany = z.strictObject({
  language,
  ids: z
    .string()
    .max(20_000)
    .transform((text) => text.split(',').map((id) => (id.startsWith('shp_') ? id : `shp_${id}`)))
    .pipe(z.array(idReference).max(maxShipmentsPerFile))
    .optional()
    .describe('The ids of shipments, separated by commas. Their prefix `shp_` may be left out.'),
  task: idReference
    .optional()
    .describe(
      'The id of a bulk task, instead of `ids`: the shipments that it has processed. Without both: the shipments that wait for this print.',
    ),
})

type Kind = 'labels' | 'slips'
const sizes = { labels: 'A6', slips: 'A5' } as const
const draws = { labels: drawLabel, slips: drawPackingSlip }

/**
 * Prints one shipment's label or slip.
 * @throws Refusal not_found, or not_now if it has no label of our carrier
 */
export async function* printShipment(kind: Kind, withAccess: WithAccess, id: string, language: Language) {
  yield* printFile(kind, language, withAccess, async () => [id], true)
}

/** Prints many shipments, one after the other. Access is checked again before each batch. */
export async function* printShipments(
  kind: Kind,
  withAccess: WithAccess,
  { ids, task }: z.output<typeof PrintMany>,
  language: Language,
) {
  yield* printFile(kind, language, withAccess, (db, actor) => {
    if (ids) return existingIds(db, actor, ids)
    return task ? idsDoneByTask(db, actor, task) : idsWaiting(db, actor, kind)
  })
}

async function* printFile(
  kind: Kind,
  language: Language,
  withAccess: WithAccess,
  findIds: (db: Tx, actor: Actor) => Promise<string[]>,
  strict = false,
): AsyncIterable<Uint8Array> {
  const draw = draws[kind]
  yield* printPages(sizes[kind], pages(), (paper, page: PrintedShipment | undefined) =>
    page ? draw(paper, page) : drawNothingToPrint(paper, kind, language),
  )

  async function* pages(): AsyncIterable<(PrintedShipment | undefined)[]> {
    const ids = await withAccess(findIds)
    let count = 0
    for (let from = 0; from < ids.length; from += shipmentsPerBatch) {
      const read = await withAccess(async (db, actor) => {
        const found: PrintedShipment[] = []
        for (const id of ids.slice(from, from + shipmentsPerBatch))
          found.push({ shipment: await findShipment(db, actor, id), sender: actor.accountName, language })
        return found
      })
      const printable = kind === 'slips' ? read : read.filter(isOurs)
      count += printable.length
      if (printable.length > 0) yield printable
    }
    if (count === 0 && strict) throw new Refusal('not_now')
    if (count === 0) yield [undefined]
  }
}

/** Whether the label is our carrier's. A label that was bought elsewhere must be printed there. */
const isOurs = ({ shipment }: PrintedShipment) =>
  shipment.carrier?.id === sandboxCarrier.name && shipment.tracking !== null

/** Adds a page that says that there is nothing to print, since a PDF needs at least one page. */
function drawNothingToPrint(paper: PdfDocument, kind: Kind, language: Language) {
  paper.addPage()
  const width = paper.page.width - 56
  paper
    .font(pdfFonts.plain, 12)
    .text(printableText(translate(language)(`shipping:paper.none.${kind}`)), 28, 60, { width })
}

async function existingIds(db: Tx, { account }: Actor, ids: string[]): Promise<string[]> {
  const found = await db
    .select({ id: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.accountId, account), inArray(shipments.id, ids)))
  const ownShipments = new Set(found.map(({ id }) => id))
  return [...new Set(ids)].filter((id) => ownShipments.has(id))
}

async function idsDoneByTask(db: Tx, { account }: Actor, task: string): Promise<string[]> {
  const found = await db
    .select({ id: sql<string>`${taskRows.input} ->> 'shipment'` })
    .from(taskRows)
    .where(and(eq(taskRows.accountId, account), eq(taskRows.taskId, task), eq(taskRows.outcome, 'done')))
    .orderBy(asc(taskRows.number))
  return found.map(({ id }) => id).filter(Boolean)
}

/**
 * Finds the shipments that wait for this print: for labels, those that have not left; for slips, those that are not
 * packed.
 */
async function idsWaiting(db: Tx, { account }: Actor, kind: Kind): Promise<string[]> {
  const ownShipments = eq(shipments.accountId, account)
  const found = await db
    .select({ id: shipments.id })
    .from(shipments)
    .where(
      kind === 'labels'
        ? and(
            ownShipments,
            eq(shipments.status, 'label_generated'),
            eq(shipments.carrier, sandboxCarrier.name),
          )
        : and(
            ownShipments,
            inArray(shipments.status, ['created', 'label_generated']),
            isNull(shipments.packedAt),
          ),
    )
    .orderBy(desc(shipments.id))
    .limit(maxShipmentsPerFile)
  return found.map(({ id }) => id).reverse()
}
