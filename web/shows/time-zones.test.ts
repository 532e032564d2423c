import { describe, expect, test } from 'vitest'
import { fromLocalTime, isSameLocalTime, lastRepeat, toLocalTime } from './time-zones.ts'

const at = (local: string, zone: string) => fromLocalTime(local, zone)?.at.toISOString()

describe('a date and time in a zone', () => {
  test('are a moment: half past seven in Paris differs in UTC between summer and winter', () => {
    expect(at('2026-07-24T19:30', 'Europe/Paris')).toBe('2026-07-24T17:30:00.000Z')
    expect(at('2026-12-24T19:30', 'Europe/Paris')).toBe('2026-12-24T18:30:00.000Z')
    expect(at('2026-12-24T19:30', 'Asia/Kolkata')).toBe('2026-12-24T14:00:00.000Z')
    expect(at('2026-12-24T00:15', 'Pacific/Kiritimati')).toBe('2026-12-23T10:15:00.000Z')
  })

  test('may be skipped when clocks go forward: the clock before the change counts', () => {
    expect(fromLocalTime('2027-03-28T02:30', 'Europe/Paris')).toEqual({
      at: new Date('2027-03-28T01:30:00Z'),
      clocks: 'skipped',
    })
    expect(fromLocalTime('2027-03-28T03:00', 'Europe/Paris')?.clocks).toBeUndefined()
  })

  test('may occur twice when clocks go back: the second time counts', () => {
    expect(fromLocalTime('2026-10-25T02:30', 'Europe/Paris')).toEqual({
      at: new Date('2026-10-25T01:30:00Z'),
      clocks: 'twice',
    })
    expect(fromLocalTime('2026-10-25T03:00', 'Europe/Paris')?.clocks).toBeUndefined()
  })

  test('are undefined while they are half typed', () => {
    expect(fromLocalTime('2026-12-24T', 'Europe/Paris')).toBeUndefined()
    expect(fromLocalTime('T19:30', 'Europe/Paris')).toBeUndefined()
  })

  test('can be computed back from the moment', () => {
    expect(toLocalTime('2026-12-24T18:30:00.000Z', 'Europe/Paris')).toBe('2026-12-24T19:30')
    expect(toLocalTime('2026-12-24T18:30:00.000Z', 'America/New_York')).toBe('2026-12-24T13:30')
  })
})

test('two zones may have the same time for a part of the year', () => {
  expect(isSameLocalTime('2026-07-01T12:00:00Z', 'Europe/Paris', 'Africa/Johannesburg')).toBe(true)
  expect(isSameLocalTime('2026-12-01T12:00:00Z', 'Europe/Paris', 'Africa/Johannesburg')).toBe(false)
})

test('the last of a series of weekly shows is at the same time of day', () => {
  expect(lastRepeat('2026-10-20T19:30', 'week', 3)).toBe('2026-11-03T19:30')
  expect(lastRepeat('2026-12-24T19:30', 'fortnight', 2)).toBe('2027-01-07T19:30')
})
