import { stringify } from 'csv-stringify/sync'

/**
 * Matches a cell that a spreadsheet would run as a formula, including one that is already escaped by leading
 * apostrophes.
 */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Adds an apostrophe to a cell that a spreadsheet would run. The mapping is one to one, so that it can be undone. */
export const escapeFormula = (cell: string) => (formula.test(cell) ? `'${cell}` : cell)

/** Undoes `escapeFormula`; a cell that begins like a formula without an apostrophe stays as it is. */
export const unescapeFormula = (cell: string) =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

/** Spreadsheets recognise UTF-8 by it. */
export const byteOrderMark = '\uFEFF'

/** Rows as CSV (RFC 4180), with every text escaped so that spreadsheets read it and do not run it. */
export const csvRows = (rows: unknown[][]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell))),
    { quoted_match: /[\r\n]/ },
  )
