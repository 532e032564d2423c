import dayjs from 'dayjs'
import { isDay, today, zone } from './days.ts'

export const presets = ['today', 'week', 'month', 'thisMonth', 'lastMonth'] as const
export type Preset = (typeof presets)[number]

/** What the address may hold: a period by its name, or its days. Without any, the last 30 days. */
export type Period = { period?: Preset; from?: string; to?: string }

export function readPeriod(search: Record<string, unknown>): Period {
  const period = presets.find((one) => one === search.period)
  const { from, to } = search
  if (isDay(from) || isDay(to)) return { ...(isDay(from) && { from }), ...(isDay(to) && { to }) }
  return period && period !== 'month' ? { period } : {}
}

export const isOther = ({ from, to }: Period) => Boolean(from ?? to)

const written = (from: dayjs.Dayjs, to: dayjs.Dayjs) => ({
  from: from.format('YYYY-MM-DD'),
  to: to.format('YYYY-MM-DD'),
})

/** The days that a period stands for now. */
export function daysOf(given: Period, now = dayjs(today())): { from?: string; to?: string } {
  if (isOther(given)) return { ...(given.from && { from: given.from }), ...(given.to && { to: given.to }) }
  switch (given.period) {
    case 'today':
      return written(now, now)
    case 'week':
      return written(now.subtract(6, 'day'), now)
    case 'thisMonth':
      return written(now.startOf('month'), now)
    case 'lastMonth': {
      const before = now.subtract(1, 'month')
      return written(before.startOf('month'), before.endOf('month'))
    }
    default:
      return written(now.subtract(29, 'day'), now)
  }
}

/** The same for the server. */
export const asQuery = (period: Period) => ({ ...daysOf(period), zone: zone() })
