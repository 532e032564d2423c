import { formatClock } from '../i18n/format-clock.ts'

/** A remaining time in milliseconds, as 1:05 or 0:42. */
export const formatMinutesSeconds = (left: number): string => formatClock(Math.ceil(left / 1000))
