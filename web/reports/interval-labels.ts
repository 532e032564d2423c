import { currentLocale } from '../i18n/i18n.ts'
import type { SalesInterval } from './sales-buckets.ts'

const noon = (day: string) => new Date(`${day}T12:00:00`)

/** The short label for an axis: “12 May”, “May 2026”. */
export const shortIntervalLabel = (day: string, step: SalesInterval) =>
  new Intl.DateTimeFormat(
    currentLocale(),
    step === 'month' ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' },
  ).format(noon(day))

/** The full label: “12 May 2026”, “May 2026”. */
export const fullIntervalLabel = (day: string, step: SalesInterval) =>
  new Intl.DateTimeFormat(
    currentLocale(),
    step === 'month' ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' },
  ).format(noon(day))
