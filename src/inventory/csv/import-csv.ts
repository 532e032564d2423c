import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { Refusal } from '../../errors/refusal.ts'
import { unescapeFormula } from '../../platform/format/csv.ts'
import { type CsvColumn, type CsvRow, csvColumns, readCsvRow } from './csv-columns.ts'

export const maxImportRows = 50_000

/**
 * A parsed product file: its columns, its rows (each with its values or with its problems), and the first rows as
 * text.
 */
export type ProductCsv = { head: CsvColumn[]; rows: CsvRow[]; first: string[][] }

/** How many rows a preview shows. */
const previewRows = 20

/**
 * Parses a product file.
 * @throws Refusal if the file cannot be read, with the reason and, where it is known, the line
 */
export async function readProductCsv(bytes: Buffer): Promise<ProductCsv> {
  const text = decode(bytes)
  const rows: CsvRow[] = []
  const first: string[][] = []
  let head: CsvColumn[] | undefined
  for await (const record of recordsOf(text)) {
    if (!head) {
      head = readHead(record)
      continue
    }
    const cells = record.map(unescapeFormula)
    if (rows.push(readCsvRow(head, cells)) > maxImportRows)
      throw new Refusal('too_many_rows', { maximum: maxImportRows })
    if (first.length < previewRows) first.push(cells)
  }
  if (!head || rows.length === 0) throw new Refusal('empty_file')
  return { head, rows, first }
}

/** Decodes UTF-8, or UTF-16 with a byte order mark, which spreadsheets call "Unicode text". */
function decode(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2)
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Refusal('wrong_encoding')
}

async function* recordsOf(text: string): AsyncIterable<string[]> {
  let read = 0
  const options: Options = {
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    on_record: (record, { lines }) => {
      read = lines
      return record
    },
    skip_records_with_empty_values: true,
  }
  const parser = Readable.from(pieces(text)).pipe(parse(options))
  try {
    yield* parser
  } catch (error) {
    throw malformed(error, read)
  }
}

/** Splits the text into pieces, so that other requests get their turn while a long file is read. */
async function* pieces(text: string, size = 65_536) {
  for (let start = 0; start < text.length; start += size) {
    yield text.slice(start, start + size)
    await setImmediate()
  }
}

/** The separator between cells. Spreadsheets write semicolons in languages that have a decimal comma. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const known = (sign: string) => first.split(sign).filter((name) => isColumn(tidy(name))).length
  return [',', ';', '\t'].reduce((best, sign) => (known(sign) > known(best) ? sign : best))
}

const tidy = (name: string) => name.replaceAll('"', '').trim().toLowerCase()
const isColumn = (name: string): name is CsvColumn => csvColumns.some((column) => column === name)

/** @throws Refusal unknown_columns or missing_columns */
function readHead(cells: string[]): CsvColumn[] {
  const names = cells.map(tidy)
  const unknown = names.filter((name, place) => !isColumn(name) || names.indexOf(name) !== place)
  if (unknown.length > 0) {
    const shown = unknown.slice(0, 5).map((name) => name.slice(0, 40) || '…')
    throw new Refusal('unknown_columns', { unknown: shown.join(', '), columns: csvColumns.join(', ') })
  }
  const head = names.filter(isColumn)
  const needed = (['title', 'price'] as const).filter((column) => !head.includes(column))
  if (needed.length > 0 && !head.includes('id') && !head.includes('sku')) {
    throw new Refusal('missing_columns', { missing: needed.join(', ') })
  }
  return head
}

/**
 * Turns an error of the CSV parser into a refusal, and returns any other error as it is.
 * @param read how many lines were completely read
 */
function malformed(error: unknown, read: number): unknown {
  if (!(error instanceof CsvError)) return error
  const { code, lines } = error as CsvError & { lines?: number }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new Refusal('quote_not_closed', { line: read + 1 })
  return new Refusal('not_csv', { line: lines })
}
