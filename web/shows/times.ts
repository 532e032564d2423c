import { language } from '../i18n.ts'
import { localIn } from './clock.ts'

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')

/** Where the reader is. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** All zones that the browser knows, and those given besides. */
export const zonesWith = (...more: string[]) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...more])].sort()

/** “America/New_York” as one reads it. */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ')

/** “Thu 24 Dec 2026, 19:30 CET”: a moment as a clock in the zone shows it. */
export const inZone = (time: string | Date, zone: string) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(new Date(time))

/** A moment by the reader’s own clock, beside the same by another’s: the day only where it is not the same. */
export function ownTime(time: string | Date, zone: string): string {
  const own = ownZone()
  const [day, ownDay] = [zone, own].map((timeZone) =>
    localIn(new Date(time).toISOString(), timeZone).slice(0, 10),
  )
  if (day !== ownDay) return inZone(time, own)
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone: own } as const
  return new Intl.DateTimeFormat(locale(), clock).format(new Date(time))
}

/** “19:30”, as the reader's own clock shows it. */
export const clockTime = (time: string) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(time))
