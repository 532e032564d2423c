import { describe, expect, test } from 'vitest'
import { makeLane } from './lane.ts'
import { sequenceOf, timestampOf } from './rtp.ts'

const packet = (sequence: number, timestamp: number) => {
  const made = Buffer.alloc(20)
  made.writeUInt16BE(sequence & 0xffff, 2)
  made.writeUInt32BE(timestamp >>> 0, 4)
  return made
}

/**
 * The sequence numbers and timestamps that viewers get for packets with these numbers, timestamps and times of
 * arrival.
 */
function seen(
  lane: ReturnType<typeof makeLane>,
  ...came: [sequence: number, timestamp: number, now: number][]
) {
  return came.flatMap(([sequence, timestamp, now], nth) => {
    const made = packet(sequence, timestamp)
    const taken = lane.take(made, { sequence, restarted: nth === 0 }, now)
    return taken ? [[sequenceOf(made), timestampOf(made)]] : []
  })
}

describe('when another publisher takes over', () => {
  test('sequence numbers continue with the next one, and timestamps by the time that has passed', () => {
    const lane = makeLane(90_000)
    expect(seen(lane, [500, 9000, 0], [501, 12_000, 33])).toEqual([
      [500, 9000],
      [501, 12_000],
    ])
    lane.handOver()
    expect(seen(lane, [31_000, 77, 1033], [31_001, 3077, 1066])).toEqual([
      [502, 12_000 + 90_000],
      [503, 12_000 + 93_000],
    ])
  })

  test('they continue past a wrap-around, and at a third publisher', () => {
    const lane = makeLane(90_000)
    seen(lane, [65_535, 0xffff_fff0, 0])
    lane.handOver()
    expect(seen(lane, [3, 5, 1])).toEqual([[0, 90 - 16]])
    lane.handOver()
    expect(seen(lane, [65_000, 1, 2])).toEqual([[1, 180 - 16]])
  })

  test('packets from before its first one are dropped, since their numbers are used', () => {
    const lane = makeLane(90_000)
    seen(lane, [10, 0, 0], [11, 3000, 33])
    lane.handOver()
    expect(seen(lane, [900, 50, 100], [899, 0, 101], [901, 3050, 133])).toHaveLength(2)
  })

  test('a report has the viewers’ timestamp', () => {
    const lane = makeLane(90_000)
    const report = { what: 'sender', ssrc: 1, time: 5n, timestamp: 3077, packets: 1, octets: 2 } as const
    expect(lane.report(report, 9n)).toBeUndefined()
    seen(lane, [10, 0, 0])
    lane.handOver()
    seen(lane, [900, 77, 1000])
    expect(lane.report(report, 9n)).toMatchObject({ time: 9n, timestamp: 93_000 })
  })
})

test('sent packets are kept for some time, under the viewers’ numbers', () => {
  const lane = makeLane(90_000)
  const many = Array.from({ length: 1030 }, (_, nth): [number, number, number] => [nth + 65_000, nth, nth])
  seen(lane, ...many)
  expect(timestampOf(lane.sentBefore((65_000 + 1029) & 0xffff) as Buffer)).toBe(1029)
  expect(lane.sentBefore(65_000)).toBeUndefined()
  expect(lane.sentBefore((65_000 + 1031) & 0xffff)).toBeUndefined()
})
