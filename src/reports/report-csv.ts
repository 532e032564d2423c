import type { z } from 'zod'
import type { Actor } from '../access/gate.ts'
import type { WithAccess } from '../http/route.ts'
import type { StatementFilter } from '../ledger/statement.ts'
import type { Tx } from '../platform/database/database.ts'
import { byteOrderMark, csvRows } from '../platform/format/csv.ts'
import { toDecimal } from '../platform/format/decimals.ts'
import { type Language, translate } from '../platform/format/i18n.ts'
import { listLedger } from './ledger-report.ts'
import { type PeriodQuery, salesReport } from './sales-report.ts'
import { listShowReports } from './show-reports.ts'
import { topBuyersReport, topProductsReport } from './top-lists.ts'

const rowsPerBatch = 5000

type Cell = string | number | null
type Part<Row> = { items: Row[]; next: string | null }

/**
 * A list as CSV, with column names in the reader's language. Each batch passes the gate again.
 * @param columns the columns in their order: the key is the name in `reports:csv`, and the function returns a cell
 */
async function* writeCsv<Row>(
  withAccess: WithAccess,
  language: Language,
  part: (db: Tx, actor: Actor, after: string | undefined) => Promise<Part<Row>>,
  columns: Partial<Record<ColumnName, (row: Row) => Cell>>,
): AsyncIterable<string> {
  const t = translate(language)
  const names = Object.keys(columns) as ColumnName[]
  let head = byteOrderMark + csvRows([names.map((name) => t(`reports:csv.${name}`))])
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page: Part<Row> = await withAccess((db, actor) => part(db, actor, after))
    next = page.next
    yield head + csvRows(page.items.map((row) => names.map((name) => columns[name]?.(row) ?? '')))
    head = ''
  }
}

type ColumnName = keyof typeof import('../../locales/en/reports.ts').reports.csv

/** A number in major units with a decimal point, so that a spreadsheet can add it up. */
const amount = (minor: number, currency: string) => Number(toDecimal(minor, currency))

type Period = z.output<typeof PeriodQuery>
type CsvRequest<Input> = { withAccess: WithAccess; input: Input; language: Language }

export const salesCsv = ({ withAccess, input, language }: CsvRequest<Period>) =>
  writeCsv(
    withAccess,
    language,
    async (db, actor) => {
      const { days, currency } = await salesReport(db, actor, input)
      return { items: days.map((day) => ({ ...day, currency })), next: null }
    },
    {
      day: ({ day }) => day,
      orders: ({ orders }) => orders,
      gross: ({ gross, currency }) => amount(gross, currency),
      refunds: ({ refunds, currency }) => amount(refunds, currency),
      fees: ({ fees, currency }) => amount(fees, currency),
      labels: ({ labels, currency }) => amount(labels, currency),
      net: ({ net, currency }) => amount(net, currency),
      currency: ({ currency }) => currency,
    },
  )

export const productsCsv = ({ withAccess, input, language }: CsvRequest<Period>) =>
  writeCsv(
    withAccess,
    language,
    (db, actor, after) => topProductsReport(db, actor, { ...input, after }, rowsPerBatch),
    {
      product: ({ title }) => title,
      id: ({ product }) => product,
      quantity: ({ quantity }) => quantity,
      orders: ({ orders }) => orders,
      revenue: ({ revenue, currency }) => amount(revenue, currency),
      currency: ({ currency }) => currency,
    },
  )

export const buyersCsv = ({ withAccess, input, language }: CsvRequest<Period>) => {
  const deleted = translate(language)('reports:deleted')
  return writeCsv(
    withAccess,
    language,
    (db, actor, after) => topBuyersReport(db, actor, { ...input, after }, rowsPerBatch),
    {
      buyer: ({ name }) => name ?? deleted,
      id: ({ buyer }) => buyer,
      orders: ({ orders }) => orders,
      spent: ({ spent, currency }) => amount(spent, currency),
      currency: ({ currency }) => currency,
    },
  )
}

export const showsCsv = ({ withAccess, input, language }: CsvRequest<Period>) =>
  writeCsv(
    withAccess,
    language,
    (db, actor, after) => listShowReports(db, actor, { ...input, after }, rowsPerBatch),
    {
      show: ({ title }) => title,
      id: ({ show }) => show,
      at: ({ startedAt }) => startedAt?.toISOString() ?? '',
      viewers: ({ peak }) => peak,
      orders: ({ orders }) => orders,
      revenue: ({ items, currency }) => amount(items, currency),
      shipping: ({ shipping, currency }) => amount(shipping, currency),
      currency: ({ currency }) => currency,
    },
  )

/** The ledger as CSV. The sum of the column `change` is the balance. */
export const ledgerCsv = ({ withAccess, input, language }: CsvRequest<z.output<typeof StatementFilter>>) => {
  const t = translate(language)
  return writeCsv(
    withAccess,
    language,
    (db, actor, after) => listLedger(db, actor, { ...input, after }, rowsPerBatch),
    {
      at: ({ at }) => at.toISOString(),
      kind: ({ kind }) => t(`reports:kinds.${kind}`),
      order: ({ code }) => code,
      change: ({ pending, available, currency }) => amount(pending + available, currency),
      pending: ({ pending, currency }) => amount(pending, currency),
      available: ({ available, currency }) => amount(available, currency),
      currency: ({ currency }) => currency,
      id: ({ id }) => id,
    },
  )
}
