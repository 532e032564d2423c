import { describe, expect, test } from 'vitest'
import { isSameClock, lastOf, localIn, momentOf } from './clock.ts'

const at = (local: string, zone: string) => momentOf(local, zone)?.at.toISOString()

describe('a day and a time in a zone', () => {
  test('are a moment: half past seven in Paris is another in summer and in winter', () => {
    expect(at('2026-07-24T19:30', 'Europe/Paris')).toBe('2026-07-24T17:30:00.000Z')
    expect(at('2026-12-24T19:30', 'Europe/Paris')).toBe('2026-12-24T18:30:00.000Z')
    expect(at('2026-12-24T19:30', 'Asia/Kolkata')).toBe('2026-12-24T14:00:00.000Z')
    expect(at('2026-12-24T00:15', 'Pacific/Kiritimati')).toBe('2026-12-23T10:15:00.000Z')
  })

  test('may be skipped where clocks go forward: the clock before the change counts', () => {
    expect(momentOf('2027-03-28T02:30', 'Europe/Paris')).toEqual({
      at: new Date('2027-03-28T01:30:00Z'),
      clocks: 'skipped',
    })
    expect(momentOf('2027-03-28T03:00', 'Europe/Paris')?.clocks).toBeUndefined()
  })

  test('may come twice where clocks go back: the second time counts', () => {
    expect(momentOf('2026-10-25T02:30', 'Europe/Paris')).toEqual({
      at: new Date('2026-10-25T01:30:00Z'),
      clocks: 'twice',
    })
    expect(momentOf('2026-10-25T03:00', 'Europe/Paris')?.clocks).toBeUndefined()
  })

  test('are nothing while they are half typed', () => {
    expect(momentOf('2026-12-24T', 'Europe/Paris')).toBeUndefined()
    expect(momentOf('T19:30', 'Europe/Paris')).toBeUndefined()
  })

  test('come back from the moment', () => {
    expect(localIn('2026-12-24T18:30:00.000Z', 'Europe/Paris')).toBe('2026-12-24T19:30')
    expect(localIn('2026-12-24T18:30:00.000Z', 'America/New_York')).toBe('2026-12-24T13:30')
  })
})

test('two zones may show the same for a part of the year', () => {
  expect(isSameClock('2026-07-01T12:00:00Z', 'Europe/Paris', 'Africa/Johannesburg')).toBe(true)
  expect(isSameClock('2026-12-01T12:00:00Z', 'Europe/Paris', 'Africa/Johannesburg')).toBe(false)
})

test('the last of weekly shows keeps its time of the day', () => {
  expect(lastOf('2026-10-20T19:30', 'week', 3)).toBe('2026-11-03T19:30')
  expect(lastOf('2026-12-24T19:30', 'fortnight', 2)).toBe('2027-01-07T19:30')
})
