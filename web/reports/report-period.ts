import dayjs from 'dayjs'
import { definedParams, oneOf } from '../data/search-params.ts'
import { isoDay, readerTimeZone, todayIso } from '../i18n/days.ts'

export const periodPresets = ['today', 'week', 'month', 'thisMonth', 'lastMonth'] as const
export type PeriodPreset = (typeof periodPresets)[number]

/** The period in the address: a name, or its days. Without one: the last 30 days. */
export type ReportPeriod = { period?: PeriodPreset; from?: string; to?: string }

export function readReportPeriod(given: Record<string, unknown>): ReportPeriod {
  const [from, to] = [isoDay(given.from), isoDay(given.to)]
  if (from ?? to) return definedParams({ from, to })
  const period = oneOf(periodPresets, given.period)
  return period && period !== 'month' ? { period } : {}
}

export const isCustomPeriod = ({ from, to }: ReportPeriod) => Boolean(from ?? to)

const written = (from: dayjs.Dayjs, to: dayjs.Dayjs) => ({
  from: from.format('YYYY-MM-DD'),
  to: to.format('YYYY-MM-DD'),
})

/** The days of a period as of now. */
export function periodDays(given: ReportPeriod, now = dayjs(todayIso())): { from?: string; to?: string } {
  if (isCustomPeriod(given))
    return { ...(given.from && { from: given.from }), ...(given.to && { to: given.to }) }
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

/** The same as input of the API. */
export const toPeriodQuery = (period: ReportPeriod) => ({ ...periodDays(period), zone: readerTimeZone() })
