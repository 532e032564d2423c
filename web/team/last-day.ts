import dayjs from 'dayjs'

/**
 * The moment at which access ends for a chosen last day (YYYY-MM-DD): the end of that day in the reader's time zone.
 */
export const endOfLastDay = (day: string) => dayjs(day).endOf('day').toISOString()

export const lastDayOf = (time: string) => dayjs(time).format('YYYY-MM-DD')

export const earliestLastDay = () => dayjs().format('YYYY-MM-DD')
