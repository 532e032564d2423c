import { callAuth } from '../data/auth-api.ts'
import { forgetStoredMessages } from '../messages/outbox/browser-storage.ts'
import { resetAllQueries } from '../session/visitor.ts'

/** Ends the session, and deletes what was loaded and written in it, so that the next person sees none of it. */
export async function signOut() {
  await callAuth('sign-out', {})
  forgetStoredMessages()
  await resetAllQueries()
}
