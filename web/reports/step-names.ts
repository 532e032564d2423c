import { language } from '../i18n.ts'
import type { Step } from './buckets.ts'

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')
const noon = (day: string) => new Date(`${day}T12:00:00`)

/** “12 May”, “May 2026”: short, for an axis. */
export const shortName = (day: string, step: Step) =>
  new Intl.DateTimeFormat(
    locale(),
    step === 'month' ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' },
  ).format(noon(day))

/** “12 May 2026”, “May 2026”: in full. */
export const fullName = (day: string, step: Step) =>
  new Intl.DateTimeFormat(
    locale(),
    step === 'month' ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' },
  ).format(noon(day))
