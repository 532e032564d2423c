import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../ground/ids.ts'
import { type Claim, makeToken, readToken } from './tokens.ts'

const secret = 'a secret of the tests, long enough'
const claims = fc.record({
  account: fc.constant(newId('account')),
  invitation: fc.constant(newId('invitation')),
  generation: fc.integer({ min: 1, max: 999_999 }),
  purpose: fc.constantFrom<Claim['purpose']>('mail', 'link'),
})

test('a token says what it was made from', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      expect(readToken(secret, makeToken(secret, claim))).toEqual(claim)
    }),
  )
})

test('a token with any one character changed, added or left out is none', () => {
  fc.assert(
    fc.property(claims, fc.nat(), fc.string({ minLength: 0, maxLength: 1 }), (claim, at, instead) => {
      const token = makeToken(secret, claim)
      const place = at % token.length
      const changed = token.slice(0, place) + instead + token.slice(place + 1)
      fc.pre(changed !== token)
      expect(readToken(secret, changed)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a token of another secret, and any text at all, is none', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      expect(readToken(`${secret}!`, makeToken(secret, claim))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect(readToken(secret, text)).toBeUndefined()
    }),
  )
})
