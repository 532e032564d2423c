import { infiniteQueryOptions } from '@tanstack/react-query'
import { type Answer, type Api, callApi, type Given } from './api.ts'

/** The operations that answer page by page: `next` is the cursor of the next page, null on the last one. */
export type PagedOperation = {
  [K in keyof Api]: Answer<K> extends { items: unknown[]; next: string | null } ? K : never
}[keyof Api]

/** The input of a paged operation, except for the cursor. */
type Asked<K extends keyof Api> =
  Given<K> extends infer Whole
    ? Omit<Whole, 'input' | 'key'> &
        (Whole extends { input: infer I } ? { input?: Omit<I, 'after'> } : unknown)
    : never

/** The pages of a list. `fetchNextPage` reads the next one. */
export const pageQuery = <K extends PagedOperation, const Key extends readonly unknown[]>(
  operation: K,
  given: Asked<K>,
  queryKey: Key,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => callPage(operation, given, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

type Page<K extends PagedOperation> = Answer<K> & { next: string | null }

function callPage<K extends PagedOperation>(operation: K, given: Asked<K>, after: string): Promise<Page<K>> {
  const { input } = given as { input?: object }
  const call = callApi as (operation: K, given: object) => Promise<Page<K>>
  return call(operation, { ...given, input: { ...input, ...(after && { after }) } })
}
