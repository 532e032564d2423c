import { queryClient } from '../data/query-client.ts'
import { type Me, meQuery } from './me-queries.ts'

/** The names of accounts that this tab has had access to, so that it can name one whose access has ended. */
const names = new Map<string, string>()

queryClient.getQueryCache().subscribe(() => {
  const known: Me | undefined = queryClient.getQueryData(meQuery.queryKey)
  for (const { id, name } of known?.accounts ?? []) names.set(id, name)
})

export const knownAccountName = (id: string) => names.get(id)
