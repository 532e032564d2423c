import { useQuery } from '@tanstack/react-query'
import { queryClient } from '../data/query-client.ts'
import { type Me, meQuery } from './me-queries.ts'

/** The visitor of a public page, who may be signed in. */
export function useVisitor(): { person: Me['person'] | null; accounts: Me['accounts']; known: boolean } {
  const { data, isPending } = useQuery({ ...meQuery, retry: false })
  return { person: data?.person ?? null, accounts: data?.accounts ?? [], known: !isPending }
}

/** Clears all cached answers, since those of one person must not be shown to the next. */
export const resetAllQueries = () => queryClient.resetQueries()
