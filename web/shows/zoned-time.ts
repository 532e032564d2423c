import { readerTimeZone } from '../i18n/days.ts'
import { currentLocale } from '../i18n/i18n.ts'
import { toLocalTime } from './time-zones.ts'

/** All time zones that the browser knows, and the given ones. */
export const timeZonesWith = (...more: string[]) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...more])].sort()

/** “America/New_York” in a readable form. */
export const timeZoneLabel = (zone: string) => zone.replaceAll('_', ' ')

/** “Thu 24 Dec 2026, 19:30 CET”: a time in the given zone. */
export const formatInZone = (time: string | Date, zone: string) =>
  new Intl.DateTimeFormat(currentLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(new Date(time))

/**
 * A time on the reader’s own clock, to be shown next to the same time in another zone. The day is included only if it
 * differs.
 */
export function formatInOwnZone(time: string | Date, zone: string): string {
  const own = readerTimeZone()
  const [day, ownDay] = [zone, own].map((timeZone) =>
    toLocalTime(new Date(time).toISOString(), timeZone).slice(0, 10),
  )
  if (day !== ownDay) return formatInZone(time, own)
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: own } as const
  return new Intl.DateTimeFormat(currentLocale(), clock).format(new Date(time))
}
