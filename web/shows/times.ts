import { language } from '../i18n.ts'

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

/** The same without the zone's name, for lists of one's own time. */
export const shortInZone = (time: string, zone: string) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(time))

/** “19:30”, as the reader's own clock shows it. */
export const clockTime = (time: string) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(time))
