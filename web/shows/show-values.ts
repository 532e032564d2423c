import type { Input } from '../api.ts'
import type { useProblemForm } from '../shell/form.ts'
import { type Every, localIn } from './clock.ts'
import type { Show } from './shows.ts'

type NewShow = Input<'POST /accounts/:account/shows'>['input']
type ShowChange = NonNullable<Input<'PATCH /accounts/:account/shows/:show'>['input']>

export const repeats = ['never', 'day', 'week', 'fortnight'] as const

/** A show as its form holds it. */
export type Values = {
  title: string
  description: string
  category: string
  /** A day and a time with a T between them, each of which may be missing still. */
  startsAt: string
  zone: string
  discoverability: Show['discoverability']
  repeat: (typeof repeats)[number]
  times: string
  /** Of one in a series: what is changed. */
  which: 'one' | 'all'
}

/** The form that holds it, as its fields know it. */
export type Form = ReturnType<typeof useProblemForm<Values, unknown>>['form']

export const emptyValues = (zone: string): Values => ({
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

export const valuesOf = (show: Show): Values => ({
  ...emptyValues(show.zone),
  title: show.title,
  description: show.description,
  category: show.category,
  startsAt: localIn(show.startsAt, show.zone),
  discoverability: show.discoverability,
})

export const partsOf = (startsAt: string) => startsAt.split('T') as [day: string, time: string]

/** How many shows are made: as many as repeat, or the one. Undefined when what was typed is no such number. */
export function timesOf({ repeat, times }: Pick<Values, 'repeat' | 'times'>): number | undefined {
  if (repeat === 'never') return 1
  const count = /^\d{1,2}$/.test(times.trim()) ? Number(times) : 0
  return count >= 2 && count <= 52 ? count : undefined
}

const fieldsOf = ({ title, description, category, startsAt, zone, discoverability }: Values) => ({
  title,
  description,
  category,
  startsAt,
  zone,
  discoverability,
})

export const inputOf = (values: Values): NewShow => ({
  ...fieldsOf(values),
  ...(values.repeat !== 'never' && {
    repeat: { every: values.repeat as Every, times: timesOf(values) ?? 2 },
  }),
})

/** What differs from before, and nothing else: what others of the series have of their own stays theirs. */
export function changeOf(before: Values, after: Values): ShowChange {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const changed = Object.entries(is).filter(([name, value]) => was[name as keyof typeof was] !== value)
  return { ...Object.fromEntries(changed), ...(after.which === 'all' && { following: true }) }
}
