import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows, escapeFormula, unescapeFormula } from './csv.ts'

/** Texts as people write them and as attackers do: with what starts a formula, quotes, separators, ends of lines. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '"',
        ',',
        ';',
        ' ',
        'a',
        '1',
        '＝',
        '\uFEFF',
      ),
    )
    .map((signs) => signs.join('')),
)

/** What a spreadsheet does with the first sign of a cell. */
const runs = (text: string) => /^[=+\-@\t\r＝＋－＠]/.test(text)

test('no cell of a file begins like a formula', () => {
  fc.assert(fc.property(cell, (text) => !runs(escapeFormula(text))))
  expect(escapeFormula('=HYPERLINK("http://x")')).toBe('\'=HYPERLINK("http://x")')
})

test('any guarded text is read back unchanged', () => {
  fc.assert(fc.property(cell, (text) => unescapeFormula(escapeFormula(text)) === text))
  expect([
    unescapeFormula("'=1"),
    unescapeFormula("''=1"),
    unescapeFormula("'tis"),
    unescapeFormula('-5 °C'),
  ]).toEqual(['=1', "'=1", "'tis", '-5 °C'])
})

test('two different texts are never written as the same cell', () => {
  fc.assert(
    fc.property(cell, cell, (one, other) => one === other || escapeFormula(one) !== escapeFormula(other)),
  )
})

test('rows are read back from a file cell by cell', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b'), cell, cell), { minLength: 1 })
  fc.assert(
    fc.property(rows, (written) => {
      const read = parse(csvRows(written), { record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]
      expect(read.map((cells) => cells.map(unescapeFormula))).toEqual(written)
    }),
  )
})
