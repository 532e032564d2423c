import { useQuery } from '@tanstack/react-query'
import { auth } from '../auth.ts'
import { client } from '../client.ts'
import { forgetWritten } from '../messages/kept.ts'
import { type Me, me } from '../shell/session.ts'

/** Whoever may be signed in, on the pages that anybody may see. */
export function useVisitor(): { person: Me['person'] | null; accounts: Me['accounts']; known: boolean } {
  const { data, isPending } = useQuery({ ...me, retry: false })
  return { person: data?.person ?? null, accounts: data?.accounts ?? [], known: !isPending }
}

/** Nothing that was read for one person may be shown to the next. */
export const personChanged = () => client.resetQueries()

export async function signOut() {
  await auth('sign-out', {})
  forgetWritten()
  await personChanged()
}
