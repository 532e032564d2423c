import dayjs from 'dayjs'
import { today } from './days.ts'
import type { Day } from './reports.ts'

export type Step = 'day' | 'week' | 'month'
export type Bucket = Omit<Day, 'day'> & { begins: string }

/** Weeks begin on Monday. */
const startOf = (day: string, step: Step) =>
  step === 'week' ? dayjs(day).subtract((dayjs(day).day() + 6) % 7, 'day') : dayjs(day).startOf(step)

/** How finely a period is shown, so that a bar stays a bar. */
export function stepOf(from: string, to: string): Step {
  const days = dayjs(to).diff(dayjs(from), 'day') + 1
  if (days <= 62) return 'day'
  return days <= 400 ? 'week' : 'month'
}

const none = { orders: 0, gross: 0, refunds: 0, fees: 0, labels: 0, net: 0 }

/** The sums of a period in equal steps, also those in which nothing was sold. */
export function bucketsOf(days: Day[], period: { from?: string; to?: string }) {
  const from = period.from ?? days[0]?.day ?? today()
  const to = period.to ?? [days.at(-1)?.day ?? '', today()].sort()[1] ?? today()
  const step = stepOf(from, to)
  const buckets = new Map<string, Bucket>()
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
