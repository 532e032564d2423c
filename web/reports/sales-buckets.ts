import dayjs from 'dayjs'
import { todayIso } from '../i18n/days.ts'
import type { SalesDay } from './report-queries.ts'

export type SalesInterval = 'day' | 'week' | 'month'
export type SalesBucket = Omit<SalesDay, 'day'> & { begins: string }

/** The first day of the interval. Weeks begin on Monday. */
const startOf = (day: string, step: SalesInterval) =>
  step === 'week' ? dayjs(day).subtract((dayjs(day).day() + 6) % 7, 'day') : dayjs(day).startOf(step)

/** The interval that a bar of the chart stands for, chosen so that bars do not become too thin. */
export function salesInterval(from: string, to: string): SalesInterval {
  const days = dayjs(to).diff(dayjs(from), 'day') + 1
  if (days <= 62) return 'day'
  return days <= 400 ? 'week' : 'month'
}

const none = { orders: 0, gross: 0, refunds: 0, fees: 0, labels: 0, net: 0 }

/** The sums of a period in equal intervals, including those without sales. */
export function toSalesBuckets(days: SalesDay[], period: { from?: string; to?: string }) {
  const from = period.from ?? days[0]?.day ?? todayIso()
  const to = period.to ?? [days.at(-1)?.day ?? '', todayIso()].sort()[1] ?? todayIso()
  const step = salesInterval(from, to)
  const buckets = new Map<string, SalesBucket>()
  for (let at = startOf(from, step); !at.isAfter(to); at = at.add(1, step)) {
    const begins = at.format('YYYY-MM-DD')
    buckets.set(begins, { begins, ...none })
  }
  for (const { day, ...sums } of days) {
    const bucket = buckets.get(startOf(day, step).format('YYYY-MM-DD'))
    if (!bucket) continue
    for (const key of Object.keys(none) as (keyof typeof none)[]) bucket[key] += sums[key]
  }
  return { step, buckets: [...buckets.values()] }
}
