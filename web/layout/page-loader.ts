import type { QueryClient } from '@tanstack/react-query'
import type { Permission } from '../../src/permissions.ts'
import { hasPermission, meQuery } from '../session/me-queries.ts'

type Loadable = { queryKey: readonly unknown[]; queryFn?: unknown }
type Params<Name extends string> = Record<'account' | Name, string>
type Loading<Name extends string> = {
  params: Params<Name>
  location: { search: Record<string, unknown> }
  context: { queryClient: QueryClient }
  route: { options: { staticData?: { permission?: Permission } } }
}

/**
 * The loader of a page below an account's address: waits for the queries that the page reads with `useSuspenseQuery` or
 * `useItems`, so that it never shows without them. For somebody whose role may not open the page it asks for nothing,
 * since the server would refuse and record the attempt. `search` is the address's, to be read as the page reads it: it is
 * no loader dependency, so that a changed filter keeps the page and its rows. `Name`: the address's other parameters.
 */
export const loadPage =
  <Name extends string = never>(
    queries: (params: Params<Name>, search: Record<string, unknown>) => Loadable[],
  ) =>
  async ({ params, location, context: { queryClient }, route }: Loading<Name>): Promise<void> => {
    if (!mayOpen(queryClient, params.account, route.options.staticData?.permission)) return
    await Promise.all(queries(params, location.search).map((query) => ensureQuery(queryClient, query)))
  }

function mayOpen(queryClient: QueryClient, id: string, permission: Permission | undefined): boolean {
  const account = queryClient.getQueryData(meQuery.queryKey)?.accounts.find((one) => one.id === id)
  if (!account || account.closing) return false
  return !permission || hasPermission(account, permission)
}

const ensureQuery = (queryClient: QueryClient, query: Loadable): Promise<unknown> =>
  'getNextPageParam' in query
    ? queryClient.ensureInfiniteQueryData(query as Parameters<QueryClient['ensureInfiniteQueryData']>[0])
    : queryClient.ensureQueryData(query as Parameters<QueryClient['ensureQueryData']>[0])
