import type { QueryClient } from '@tanstack/react-query'
import type { Permission } from '../../src/permissions.ts'
import { hasPermission, meQuery } from '../session/me-queries.ts'

type Loadable = { queryKey: readonly unknown[]; queryFn?: unknown }
type Params<Name extends string> = Record<'account' | Name, string>
type Loading<Name extends string> = {
  params: Record<Name, string>
  location: { search: Record<string, unknown> }
  context: { queryClient: QueryClient }
  route: { options: { staticData?: { permission?: Permission } } }
}
type May = (permission: Permission) => boolean

/**
 * The loader of a page below an account's address: waits for the queries that the page reads with `useSuspenseQuery` or
 * `useItems`, so that it never shows without them. For somebody whose role may not open the page it asks for nothing,
 * since the server would refuse and record the attempt. `search` is the address's, to be read as the page reads it: it is
 * no loader dependency, so that a changed filter keeps the page and its rows. `may`: for a page that asks more for some
 * roles than for others. `Name`: the address's other parameters.
 */
export const loadPage =
  <Name extends string = never>(
    queries: (params: Params<Name>, search: Record<string, unknown>, may: May) => Loadable[],
  ) =>
  async ({ params, location, context: { queryClient }, route }: Loading<'account' | Name>): Promise<void> => {
    const { permission } = route.options.staticData ?? {}
    const account = queryClient
      .getQueryData(meQuery.queryKey)
      ?.accounts.find(({ id }) => id === params.account)
    if (!account || account.closing || (permission && !hasPermission(account, permission))) return
    const may: May = (name) => hasPermission(account, name)
    await ensureQueries(queryClient, queries(params, location.search, may))
  }

/** The loader of a page that needs no sign-in. */
export const loadPublicPage =
  <Name extends string = never>(
    queries: (params: Record<Name, string>, search: Record<string, unknown>) => Loadable[],
  ) =>
  ({ params, location, context: { queryClient } }: Loading<Name>): Promise<unknown> =>
    ensureQueries(queryClient, queries(params, location.search))

const ensureQueries = (queryClient: QueryClient, queries: Loadable[]): Promise<unknown> =>
  Promise.all(queries.map((query) => ensureQuery(queryClient, query)))

const ensureQuery = (queryClient: QueryClient, query: Loadable): Promise<unknown> =>
  'getNextPageParam' in query
    ? queryClient.ensureInfiniteQueryData(query as Parameters<QueryClient['ensureInfiniteQueryData']>[0])
    : queryClient.ensureQueryData(query as Parameters<QueryClient['ensureQueryData']>[0])
