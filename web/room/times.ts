import { language } from '../i18n.ts'

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')

/** A time of today: 20:15. */
export const time = (moment: string) =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(moment))

/** What is left on a clock: 1:05, 0:42. */
export function onClock(rest: number): string {
  const seconds = Math.ceil(rest / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
