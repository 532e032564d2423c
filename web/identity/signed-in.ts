import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { destination } from './destination.ts'
import { personChanged, useVisitor } from './session.ts'

/** Takes whoever is signed in, in this tab or another, to where they wanted to be. */
export function useLeaveWhenSignedIn(next: string | undefined) {
  const { history } = useRouter()
  const { person } = useVisitor()
  useEffect(() => {
    if (person) history.replace(destination(next))
  }, [person, next, history])
}

/** What follows a right password: the second step where one is asked for, else a page that knows who is here. */
export function useEnter(next: string | undefined) {
  const navigate = useNavigate()
  return (isSecondStepAsked: boolean) =>
    isSecondStepAsked
      ? navigate({ to: '/two-factor', search: { ...(next && { next }) }, replace: true })
      : personChanged()
}
