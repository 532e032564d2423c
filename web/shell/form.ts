import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
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

const errorsOf = (problem: Error): Errors =>
  problem instanceof Problem
    ? Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]))
    : {}

const right = () => ({})

/**
 * A form whose refusals stand at the fields they are about; what was typed stays. What is about no field of
 * this form is given back as `problem`, to be shown with ProblemAlert above the button.
 */
export function useProblemForm<V extends Values, Result>(given: Given<V, Result>) {
  const form = useForm<V>({ initialValues: given.initialValues, validate: given.validate ?? right })
  const mutation = useMutation({
    mutationFn: given.send,
    onSuccess: (result, values) => given.done?.(result, values),
    onError: (problem) => form.setErrors(errorsOf(problem)),
  })
  const isAboutFields =
    mutation.error instanceof Problem &&
    mutation.error.fields.length > 0 &&
    mutation.error.fields.every(({ field }) => field in given.initialValues)
  return {
    form,
    submit: form.onSubmit((values) => mutation.mutate(values), focusFirst),
    problem: isAboutFields ? null : mutation.error,
    busy: mutation.isPending,
    reset: () => {
      form.reset()
      mutation.reset()
    },
  }
}

function focusFirst(
  _errors: unknown,
  _values: unknown,
  event: { currentTarget: HTMLFormElement } | undefined,
) {
  const element = event?.currentTarget
  requestAnimationFrame(() => element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
