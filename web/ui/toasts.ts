import { notifications } from '@mantine/notifications'
import { useProblemText } from './problem-alert.tsx'

/** Shows an error as a toast, for actions without a form. */
export function useProblemToast() {
  const words = useProblemText()
  return (problem: Error) => showErrorToast(words(problem))
}

/** Shows a toast for an error that the page itself has found. */
export const showErrorToast = (message: string) =>
  notifications.show({ color: 'red', message, autoClose: 10_000 })

export const showToast = (title: string, message?: string) =>
  notifications.show({ title, message: message ?? '' })
