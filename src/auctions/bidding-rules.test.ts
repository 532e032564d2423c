import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bidOutcome, bidStep, endAfterBid, minimumBid } from './bidding-rules.ts'

const open = { startingBid: 500, price: null, leader: null }
const led = (price: number, max: number) => ({ startingBid: 500, price, leader: { buyer: 'bruno', max } })
const bid = (amount: number, max = amount) => ({ buyer: 'rita', amount, max })

test.each([
  [0, 100],
  [2_999, 100],
  [3_000, 200],
  [4_999, 200],
  [5_000, 300],
  [9_999, 300],
  [10_000, 500],
  [29_999, 500],
  [30_000, 1_000],
  [99_999, 1_000],
  [100_000, 2_000],
  [199_999, 2_000],
  [200_000, 5_000],
  [10_000_000, 5_000],
])('at a price of %i the step is %i', (price, further) => {
  expect(bidStep(price)).toBe(further)
})

describe('a bid', () => {
  test('that is the first leads at the starting bid, whatever its maximum', () => {
    expect(minimumBid(open)).toBe(500)
    expect(bidOutcome(open, bid(500, 9_000))).toEqual({ price: 500, leads: true })
  })
  test('must be at least one step above the price', () => {
    expect(minimumBid(led(2_900, 2_900))).toBe(3_000)
    expect(minimumBid(led(3_000, 3_000))).toBe(3_200)
  })
  test('of 12 against a maximum of 20 is outbid at 13', () => {
    expect(bidOutcome(led(500, 2_000), bid(1_200))).toEqual({ price: 1_300, leads: false })
  })
  test('with the same maximum as the leader’s is outbid at that maximum: the earlier one leads', () => {
    expect(bidOutcome(led(500, 2_000), bid(600, 2_000))).toEqual({ price: 2_000, leads: false })
  })
  test('of 19.50 against a maximum of 20 is outbid at 20 and not above', () => {
    expect(bidOutcome(led(500, 2_000), bid(1_950))).toEqual({ price: 2_000, leads: false })
  })
  test('with a higher maximum leads one step above the other maximum', () => {
    expect(bidOutcome(led(500, 2_000), bid(600, 5_000))).toEqual({ price: 2_100, leads: true })
    expect(bidOutcome(led(500, 2_000), bid(600, 2_050))).toEqual({ price: 2_050, leads: true })
  })
  test('that is above the leader’s maximum plus a step leads at its amount', () => {
    expect(bidOutcome(led(500, 2_000), bid(4_000))).toEqual({ price: 4_000, leads: true })
  })
  test('by the leader changes nothing that others see', () => {
    expect(bidOutcome(led(500, 2_000), { buyer: 'bruno', amount: 600, max: 3_000 })).toBeNull()
  })
})

describe('the clock', () => {
  const last = { endsAt: 60_000, counterSeconds: 10, suddenDeath: false }
  test('starts its last seconds again only for a bid in them', () => {
    expect(endAfterBid(last, 49_000)).toBe(60_000)
    expect(endAfterBid(last, 50_001)).toBe(60_001)
    expect(endAfterBid(last, 59_999)).toBe(69_999)
  })
  test('does not start them again in sudden death, or without last seconds', () => {
    expect(endAfterBid({ ...last, suddenDeath: true }, 59_999)).toBe(60_000)
    expect(endAfterBid({ ...last, counterSeconds: 0 }, 59_999)).toBe(60_000)
  })
})

test('the price never falls, never exceeds the leader’s maximum, and rises by a step for each new leader', () => {
  const amounts = fc.integer({ min: 100, max: 400_000 })
  fc.assert(
    fc.property(amounts, amounts, amounts, amounts, (a, b, c, d) => {
      const [price, max] = [Math.min(a, b), Math.max(a, b)]
      const standing = led(price, max)
      const amount = minimumBid(standing) + Math.min(c, d)
      const next = bid(amount, amount + Math.abs(c - d))
      const found = bidOutcome(standing, next)
      expect(found?.price).toBeGreaterThanOrEqual(found?.leads ? minimumBid(standing) : price)
      expect(found?.price).toBeLessThanOrEqual(found?.leads ? next.max : max)
      expect(found?.leads).toBe(next.max > max)
    }),
  )
})
