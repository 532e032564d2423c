import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, toCsv, unguarded } from './csv.ts'

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
  fc.assert(fc.property(cell, (text) => !runs(guarded(text))))
  expect(guarded('=HYPERLINK("http://x")')).toBe('\'=HYPERLINK("http://x")')
})

test('what a guard was put before comes back as it was, whatever it was', () => {
  fc.assert(fc.property(cell, (text) => unguarded(guarded(text)) === text))
  expect([unguarded("'=1"), unguarded("''=1"), unguarded("'tis"), unguarded('-5 °C')]).toEqual([
    '=1',
    "'=1",
    "'tis",
    '-5 °C',
  ])
})

test('two texts never become one', () => {
  fc.assert(fc.property(cell, cell, (one, other) => one === other || guarded(one) !== guarded(other)))
})

test('rows come back from a file cell by cell', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b'), cell, cell), { minLength: 1 })
  fc.assert(
    fc.property(rows, (written) => {
      const read = parse(toCsv(written), { record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]
      expect(read.map((cells) => cells.map(unguarded))).toEqual(written)
    }),
  )
})
