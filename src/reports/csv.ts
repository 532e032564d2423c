import type { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import type { Again } from '../door/route.ts'
import { byteOrderMark, toCsv } from '../ground/csv.ts'
import type { Tx } from '../ground/db.ts'
import { toDecimal } from '../ground/decimals.ts'
import { type Language, words } from '../ground/words.ts'
import type { StatementFilter } from '../ledger/statement.ts'
import { ledger } from './ledger.ts'
import { type PeriodQuery, sales } from './sales.ts'
import { shows } from './shows.ts'
import { buyers, products } from './tops.ts'

/** Rows in a batch. */
const batch = 5000

type Cell = string | number | null
type Part<Row> = { items: Row[]; next: string | null }

/**
 * A list as CSV, with its columns named in the reader's language. Each batch passes the gate again.
 * @param columns in their order: what each holds, by its name among `reports:csv`
 */
async function* write<Row>(
  again: Again,
  language: Language,
  part: (db: Tx, actor: Actor, after: string | undefined) => Promise<Part<Row>>,
  columns: Partial<Record<ColumnName, (row: Row) => Cell>>,
): AsyncIterable<string> {
  const t = words(language)
  const names = Object.keys(columns) as ColumnName[]
  let head = byteOrderMark + toCsv([names.map((name) => t(`reports:csv.${name}`))])
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page: Part<Row> = await again((db, actor) => part(db, actor, after))
    next = page.next
    yield head + toCsv(page.items.map((row) => names.map((name) => columns[name]?.(row) ?? '')))
    head = ''
  }
}

type ColumnName = keyof typeof import('../../locales/en/reports.ts').reports.csv

/** A number, which a spreadsheet can add up: in major units, with a point. */
const amount = (minor: number, currency: string) => Number(toDecimal(minor, currency))

type Period = z.output<typeof PeriodQuery>
type Given<Input> = { again: Again; input: Input; language: Language }

export const salesCsv = ({ again, input, language }: Given<Period>) =>
  write(
    again,
    language,
    async (db, actor) => {
      const { days, currency } = await sales(db, actor, input)
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

export const productsCsv = ({ again, input, language }: Given<Period>) =>
  write(again, language, (db, actor, after) => products(db, actor, { ...input, after }, batch), {
    product: ({ title }) => title,
    id: ({ product }) => product,
    quantity: ({ quantity }) => quantity,
    orders: ({ orders }) => orders,
    revenue: ({ revenue, currency }) => amount(revenue, currency),
    currency: ({ currency }) => currency,
  })

export const buyersCsv = ({ again, input, language }: Given<Period>) => {
  const deleted = words(language)('reports:deleted')
  return write(again, language, (db, actor, after) => buyers(db, actor, { ...input, after }, batch), {
    buyer: ({ name }) => name ?? deleted,
    id: ({ buyer }) => buyer,
    orders: ({ orders }) => orders,
    spent: ({ spent, currency }) => amount(spent, currency),
    currency: ({ currency }) => currency,
  })
}

export const showsCsv = ({ again, input, language }: Given<Period>) =>
  write(again, language, (db, actor, after) => shows(db, actor, { ...input, after }, batch), {
    show: ({ title }) => title,
    id: ({ show }) => show,
    at: ({ startedAt }) => startedAt?.toISOString() ?? '',
    viewers: ({ peak }) => peak,
    orders: ({ orders }) => orders,
    revenue: ({ items, currency }) => amount(items, currency),
    shipping: ({ shipping, currency }) => amount(shipping, currency),
    currency: ({ currency }) => currency,
  })

/** Its column `change` adds up to the balance. */
export const ledgerCsv = ({ again, input, language }: Given<z.output<typeof StatementFilter>>) => {
  const t = words(language)
  return write(again, language, (db, actor, after) => ledger(db, actor, { ...input, after }, batch), {
    at: ({ at }) => at.toISOString(),
    kind: ({ kind }) => t(`reports:kinds.${kind}`),
    order: ({ code }) => code,
    change: ({ pending, available, currency }) => amount(pending + available, currency),
    pending: ({ pending, currency }) => amount(pending, currency),
    available: ({ available, currency }) => amount(available, currency),
    currency: ({ currency }) => currency,
    id: ({ id }) => id,
  })
}
