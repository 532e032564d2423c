import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Problem } from '../api.ts'

type Values = Record<string, unknown>
type Errors = Record<string, string | null>
type Given<V extends Values, Result> = {
  initialValues: V
  /** What the page itself can tell: null for what is right. */
  validate?: (values: V) => Errors
  send: (values: V) => Promise<Result>
  done?: (result: Result, values: V) => unknown
}

/** Where a form asks for the password that one has, its refusal stands there. */
const passwordFields = ['password', 'current']

function errorsOf(problem: Error, names: string[]): Errors {
  if (!(problem instanceof Problem)) return {}
  const asked = passwordFields.find((field) => names.includes(field))
  if (problem.code === 'wrong_password' && asked) return { [asked]: problem.message }
  return Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]))
}

const right = () => ({})

/**
 * A form whose refusals stand at the fields they are about; what was typed stays. What is about no field of
 * this form is given back as `problem`, to be shown with ProblemAlert above the button.
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

/** Fields that are wrong; of those with a mask, Mantine says so by its own attribute alone. */
const wrong = '[aria-invalid="true"], input[data-error="true"]'

/** Leads to the first field that is wrong, once it says so. */
const focusFirst = (form: HTMLFormElement | null | undefined) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(wrong)?.focus())
