import { day, relative } from '../formats.ts'

const dayOf = (time: string) => new Date(time).toDateString()

export const isSameDay = (one: string | undefined, other: string) =>
  one !== undefined && dayOf(one) === dayOf(other)

/** “today”, “yesterday”, or the date. */
export function dayName(time: string, now = Date.now()): string {
  const noon = (moment: number | string) => new Date(moment).setHours(12, 0, 0, 0)
  const days = Math.round((noon(time) - noon(now)) / 86_400_000)
  return days === 0 || days === -1
    ? relative(new Date(now + days * 86_400_000).toISOString(), now)
    : day(time)
}
