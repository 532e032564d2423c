/* Time zones and their clocks, from the browser's data. */

/** Whether the clocks of two zones show the same time at a given moment. */
export const isSameLocalTime = (time: string | Date, zone: string, other: string) =>
  offsetAt(new Date(time).getTime(), zone) === offsetAt(new Date(time).getTime(), other)

/** The date and time that a clock in the zone shows: 2026-12-24T19:30. */
export const toLocalTime = (time: string, zone: string) => {
  const at = new Date(time).getTime()
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16)
}

type Moment = {
  at: Date
  /** Set if the time falls into a change of clocks: it is skipped there, or occurs twice. */
  clocks?: 'skipped' | 'twice'
}

/**
 * The moment at which a clock in the zone shows a date and time (2026-12-24T19:30), as PostgreSQL interprets it: if
 * it occurs twice, the later one; if it is skipped, the one by the clock before the change.
 */
export function fromLocalTime(local: string, zone: string): Moment | undefined {
  const shown = Date.parse(`${local}:00Z`)
  if (Number.isNaN(shown)) return undefined
  const [before, after] = [-day, day].map((by) => offsetAt(shown + by, zone)) as [number, number]
  const fitting = [before, after].filter((offset) => offsetAt(shown - offset, zone) === offset)
  if (fitting.length === 0) return { at: new Date(shown - before), clocks: 'skipped' }
  const at = new Date(shown - (fitting.at(-1) as number))
  return fitting.length === 2 && before !== after ? { at, clocks: 'twice' } : { at }
}

const day = 86_400_000

/** The zone's difference from UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(at / 1000) * 1000
}

const steps = { day: 1, week: 7, fortnight: 14 } as const
export type RepeatInterval = keyof typeof steps

/** The date and time of the last repetition on the zone's clock. */
export const lastRepeat = (local: string, every: RepeatInterval, times: number) =>
  new Date(Date.parse(`${local}:00Z`) + (times - 1) * steps[every] * day).toISOString().slice(0, 16)
