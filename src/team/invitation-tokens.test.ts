import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { makeInvitationToken, readInvitationToken, type TokenClaim } from './invitation-tokens.ts'

const secret = 'a secret of the tests, long enough'
const claims = fc.record({
  account: fc.constant(newId('account')),
  invitation: fc.constant(newId('invitation')),
  generation: fc.integer({ min: 1, max: 999_999 }),
  purpose: fc.constantFrom<TokenClaim['purpose']>('mail', 'link'),
})

test('a token contains what it was made from', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      expect(readInvitationToken(secret, makeInvitationToken(secret, claim))).toEqual(claim)
    }),
  )
})

test('a token with one character changed, added or removed is invalid', () => {
  fc.assert(
    fc.property(claims, fc.nat(), fc.string({ minLength: 0, maxLength: 1 }), (claim, at, instead) => {
      const token = makeInvitationToken(secret, claim)
      const place = at % token.length
      const changed = token.slice(0, place) + instead + token.slice(place + 1)
      fc.pre(changed !== token)
      expect(readInvitationToken(secret, changed)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a token made with another secret, and any other text, is invalid', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      expect(readInvitationToken(`${secret}!`, makeInvitationToken(secret, claim))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect(readInvitationToken(secret, text)).toBeUndefined()
    }),
  )
})
