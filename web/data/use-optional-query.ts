import { type UseSuspenseQueryOptions, useSuspenseQueries } from '@tanstack/react-query'

/** The answer to a query; undefined if there is nothing to ask for. Suspends like `useSuspenseQuery`. */
export function useOptionalQuery<Data, const Key extends readonly unknown[]>(
  query: UseSuspenseQueryOptions<Data, Error, Data, Key> | undefined,
): Data | undefined {
  const queries: UseSuspenseQueryOptions<Data, Error, Data, Key>[] = query ? [query] : []
  const [answer] = useSuspenseQueries({ queries })
  return answer?.data as Data | undefined
}
