import dayjs from 'dayjs'

/** A day is YYYY-MM-DD, and the reader's own. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^2[01]\d\d-\d\d-\d\d$/.test(value) && dayjs(value).isValid()

export const today = () => dayjs().format('YYYY-MM-DD')

/** Where the reader is: days begin there. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
