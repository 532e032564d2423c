import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblem } from '../data/api.ts'

type Values = Record<string, unknown>
type Errors = Record<string, string | null>
type Given<V extends Values, Result> = {
  initialValues: V
  /** Checks the values before sending. Null for a valid field. */
  validate?: (values: V) => Errors
  send: (values: V) => Promise<Result>
  done?: (result: Result, values: V) => unknown
}

/** The fields for the present password. A refusal of the password is shown there. */
const passwordFields = ['password', 'current']

function errorsOf(problem: Error, names: string[]): Errors {
  if (!(problem instanceof ApiProblem)) return {}
  const asked = passwordFields.find((field) => names.includes(field))
  if (problem.code === 'wrong_password' && asked) return { [asked]: problem.message }
  return Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]))
}

const right = () => ({})

/**
 * A form that shows each error at its field, and keeps the typed values. An error that concerns no field is returned
 * as `problem`, to be shown with ProblemAlert above the button.
 */
export function useProblemForm<V extends Values, Result>(given: Given<V, Result>) {
  const form = useForm<V>({ initialValues: given.initialValues, validate: given.validate ?? right })
  const names = Object.keys(given.initialValues)
  const sent = useRef<HTMLFormElement>(null)
  const mutation = useMutation({
    mutationFn: given.send,
    onSuccess: (result, values) => given.done?.(result, values),
    onError: (problem) => form.setErrors(errorsOf(problem, names)),
  })
  useEffect(() => {
    if (mutation.error) focusFirst(sent.current)
  }, [mutation.error])
  const about = mutation.error ? Object.keys(errorsOf(mutation.error, names)) : []
  const isAboutFields = about.length > 0 && about.every((field) => names.includes(field))
  return {
    form,
    submit: form.onSubmit(
      (values, event) => {
        sent.current = event?.currentTarget ?? null
        mutation.mutate(values)
      },
      (_errors, _values, event) => focusFirst(event?.currentTarget),
    ),
    problem: isAboutFields ? null : mutation.error,
    busy: mutation.isPending,
    reset: () => {
      form.reset()
      mutation.reset()
    },
  }
}

/** Fields with errors. Mantine marks masked fields by its own attribute only. */
const wrong = '[aria-invalid="true"], input[data-error="true"]'

/** Focuses the first field with an error, once it is marked. */
const focusFirst = (form: HTMLFormElement | null | undefined) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(wrong)?.focus())
