import { currentLocale } from './i18n.ts'

/** Dates, money and lists in the page's language. Times are ISO texts, money is in minor units. */

export const formatDate = (time: string) =>
  new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(new Date(time))

export const formatDateTime = (time: string) =>
  new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time))

/** “19:30”, in the reader's time zone. */
export const formatTime = (time: string) =>
  new Intl.DateTimeFormat(currentLocale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(time))

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
  ['week', 4.345],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
] as const

/** “3 minutes ago”, “in 6 days”. */
export function formatRelativeTime(time: string, now = Date.now()): string {
  let amount = (new Date(time).getTime() - now) / 1000
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) return write(Math.round(amount), unit)
    amount /= size
  }
  return formatDate(time)
}

const write = (amount: number, unit: Intl.RelativeTimeFormatUnit) =>
  new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(
    unit === 'second' ? 0 : amount,
    unit,
  )

export const formatList = (items: readonly string[], type: Intl.ListFormatType = 'conjunction') =>
  new Intl.ListFormat(currentLocale(), { type }).format(items)

export const formatNumber = (amount: number) => new Intl.NumberFormat(currentLocale()).format(amount)
