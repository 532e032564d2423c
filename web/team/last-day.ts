import dayjs from 'dayjs'

/** A chosen last day (YYYY-MM-DD) as the moment at which access ends: the end of that day, here. */
export const endOf = (day: string) => dayjs(day).endOf('day').toISOString()

export const dayOf = (time: string) => dayjs(time).format('YYYY-MM-DD')

export const today = () => dayjs().format('YYYY-MM-DD')
