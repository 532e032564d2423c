import { language } from './i18n.ts'

/** Dates, money and lists as the page's language writes them. Times are ISO texts, money is in minor units. */
const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')

export const day = (time: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(time))

export const dayAndTime = (time: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time))

/** “19:30”, as the reader's own clock shows it. */
export const clockTime = (time: string) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(time))

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
export function relative(time: string, now = Date.now()): string {
  let amount = (new Date(time).getTime() - now) / 1000
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) return write(Math.round(amount), unit)
    amount /= size
  }
  return day(time)
}

const write = (amount: number, unit: Intl.RelativeTimeFormatUnit) =>
  new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(unit === 'second' ? 0 : amount, unit)

export const list = (items: readonly string[], type: Intl.ListFormatType = 'conjunction') =>
  new Intl.ListFormat(locale(), { type }).format(items)

export const count = (amount: number) => new Intl.NumberFormat(locale()).format(amount)
