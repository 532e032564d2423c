import { stringify } from 'csv-stringify/sync'

/** How a cell begins that a spreadsheet would run as a formula, after any apostrophes that keep it from that. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Gets an apostrophe where a spreadsheet would run it. Each text becomes another one, so that it can be undone. */
export const guarded = (cell: string) => (formula.test(cell) ? `'${cell}` : cell)

/** As it was before `guarded`; what begins like a formula without an apostrophe is taken as it is. */
export const unguarded = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

/** What spreadsheets know UTF-8 by. */
export const byteOrderMark = '\uFEFF'

/** Rows as CSV (RFC 4180) that spreadsheets read and do not execute. */
export const toCsv = (rows: unknown[][]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))),
    { quoted_match: /[\r\n]/ },
  )
