import { stringify } from 'csv-stringify/sync'

/**
 * Matches a cell that a spreadsheet would run as a formula, including one that is already escaped by leading
 * apostrophes.
 */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Adds an apostrophe to a cell that a spreadsheet would run as a formula. `unescapeFormula` can always undo this. */
export const escapeFormula = (cell: string) => (formula.test(cell) ? `'${cell}` : cell)

/** Undoes `escapeFormula`; a cell that begins like a formula without an apostrophe stays as it is. */
export const unescapeFormula = (cell: string) =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell

/** A file begins with this mark, by which spreadsheets recognise UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Rows as CSV (RFC 4180), with every text escaped so that spreadsheets read it and do not run it. */
export const csvRows = (rows: unknown[][]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell))),
    { quoted_match: /[\r\n]/ },
  )
