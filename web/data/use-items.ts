import {
  type InfiniteData,
  type UseSuspenseInfiniteQueryOptions,
  useSuspenseInfiniteQuery,
} from '@tanstack/react-query'

type Page<Item> = { items: Item[]; next: string | null }
type Pages<Item, Key extends readonly unknown[]> = UseSuspenseInfiniteQueryOptions<
  Page<Item>,
  Error,
  InfiniteData<Page<Item>>,
  Key,
  string
>

/** The items of all pages of a list that were read so far, and `pages` for `<LoadMore>`. Suspends until the first page is here. */
export function useItems<Item, const Key extends readonly unknown[]>(query: Pages<Item, Key>) {
  const pages = useSuspenseInfiniteQuery(query)
  return { items: pages.data.pages.flatMap(({ items }) => items), pages }
}
