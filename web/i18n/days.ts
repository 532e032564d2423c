import dayjs from 'dayjs'

/** The value, if it is a day. A day has the form YYYY-MM-DD, and begins in the reader's time zone. */
export const isoDay = (value: unknown): string | undefined =>
  typeof value === 'string' && /^2[01]\d\d-\d\d-\d\d$/.test(value) && dayjs(value).isValid()
    ? value
    : undefined

export const todayIso = () => dayjs().format('YYYY-MM-DD')

/** The reader's time zone, in which days begin. */
export const readerTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
