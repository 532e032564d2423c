import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDecimal, toDecimal } from './decimals.ts'

test('an amount is read back as it was written, in any currency', () => {
  const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), currency, (minor, currency) => {
      const text = toDecimal(minor, currency)
      return fromDecimal(text, currency) === minor && fromDecimal(text.replace('.', ','), currency) === minor
    }),
  )
})

test.each([
  ['12.5', 1250],
  ['12,50', 1250],
  [' 12 ', 1200],
  ['12.500', 1250],
  ['12.505', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['1,234.50', undefined],
  ['12 €', undefined],
  ['', undefined],
])('%j in EUR is %j cents', (text, minor) => {
  expect(fromDecimal(text, 'EUR')).toBe(minor)
})
