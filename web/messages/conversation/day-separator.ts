import { formatDate } from '../../i18n/formats.ts'
import { currentLanguage } from '../../i18n/i18n.ts'

const dayOf = (time: string) => new Date(time).toDateString()

export const isSameDay = (one: string | undefined, other: string) =>
  one !== undefined && dayOf(one) === dayOf(other)

/** “today”, “yesterday”, or the date. */
export function formatDayName(time: string, now = Date.now()): string {
  const noon = (moment: number | string) => new Date(moment).setHours(12, 0, 0, 0)
  const days = Math.round((noon(time) - noon(now)) / 86_400_000)
  if (days !== 0 && days !== -1) return formatDate(time)
  return new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }).format(days, 'day')
}
