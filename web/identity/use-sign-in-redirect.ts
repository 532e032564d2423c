import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { resetAllQueries, useVisitor } from '../session/visitor.ts'
import { afterSignInPath } from './after-sign-in.ts'

/** Sends a person who is signed in, in this tab or another, to the page that they wanted. */
export function useRedirectWhenSignedIn(next: string | undefined) {
  const { history } = useRouter()
  const { person } = useVisitor()
  useEffect(() => {
    if (person) history.replace(afterSignInPath(next))
  }, [person, next, history])
}

/** Continues after a correct password: to the second step if it is required, else to the wanted page. */
export function useContinueSignIn(next: string | undefined) {
  const navigate = useNavigate()
  return (isSecondStepAsked: boolean) =>
    isSecondStepAsked
      ? navigate({ to: '/two-factor', search: { ...(next && { next }) }, replace: true })
      : resetAllQueries()
}
