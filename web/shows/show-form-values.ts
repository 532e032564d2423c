import { repeatIntervals, repeatTimes } from '../../src/shows/vocabulary.ts'
import type { Input } from '../data/api.ts'
import type { useProblemForm } from '../ui/use-problem-form.ts'
import type { Show } from './show-queries.ts'
import { type RepeatInterval, toLocalTime } from './time-zones.ts'

type NewShow = Input<'POST /accounts/:account/shows'>['input']
type ShowChange = NonNullable<Input<'PATCH /accounts/:account/shows/:show'>['input']>

export const repeatOptions = ['never', ...repeatIntervals] as const

/** A show as the form's fields contain it. */
export type ShowFormValues = {
  title: string
  description: string
  category: string
  /** The date and the time with a T between them. Each can still be missing. */
  startsAt: string
  zone: string
  discoverability: Show['discoverability']
  repeat: (typeof repeatOptions)[number]
  times: string
  /** For a show of a series: which shows are changed. */
  which: 'one' | 'all'
}

/** The form's status, as its fields use it. */
export type ShowFormState = ReturnType<typeof useProblemForm<ShowFormValues, unknown>>['form']

export const emptyShowForm = (zone: string): ShowFormValues => ({
  title: '',
  description: '',
  category: '',
  startsAt: 'T19:00',
  zone,
  discoverability: 'public',
  repeat: 'never',
  times: '4',
  which: 'one',
})

export const toShowForm = (show: Show): ShowFormValues => ({
  ...emptyShowForm(show.zone),
  title: show.title,
  description: show.description,
  category: show.category,
  startsAt: toLocalTime(show.startsAt, show.zone),
  discoverability: show.discoverability,
})

export const splitDateTime = (startsAt: string) => startsAt.split('T') as [day: string, time: string]

/** The number of shows to create: the repetitions, or one. Undefined if the typed number is invalid. */
export function repeatCount({ repeat, times }: Pick<ShowFormValues, 'repeat' | 'times'>): number | undefined {
  if (repeat === 'never') return 1
  const count = /^\d{1,2}$/.test(times.trim()) ? Number(times) : 0
  return count >= repeatTimes.min && count <= repeatTimes.max ? count : undefined
}

const fieldsOf = ({ title, description, category, startsAt, zone, discoverability }: ShowFormValues) => ({
  title,
  description,
  category,
  startsAt,
  zone,
  discoverability,
})

export const toShowInput = (values: ShowFormValues): NewShow => ({
  ...fieldsOf(values),
  ...(values.repeat !== 'never' && {
    repeat: { every: values.repeat as RepeatInterval, times: repeatCount(values) ?? repeatTimes.min },
  }),
})

/**
 * The fields that differ from before. Only these are sent, so that other shows of the series keep their own values.
 */
export function toShowChange(before: ShowFormValues, after: ShowFormValues): ShowChange {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const changed = Object.entries(is).filter(([name, value]) => was[name as keyof typeof was] !== value)
  return { ...Object.fromEntries(changed), ...(after.which === 'all' && { following: true }) }
}
