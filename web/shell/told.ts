import { notifications } from '@mantine/notifications'
import { useProblemText } from './problem-alert.tsx'

/** Tells of a refusal where there is no form beside which it could stand. */
export function useTellProblem() {
  const words = useProblemText()
  return (problem: Error) => tellRefusal(words(problem))
}

/** The same for what the page itself refuses. */
export const tellRefusal = (message: string) =>
  notifications.show({ color: 'red', message, autoClose: 10_000 })

export const tell = (title: string, message?: string) => notifications.show({ title, message: message ?? '' })
