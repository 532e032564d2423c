import { useState } from 'react'

type Asked<Item> = { data: { items: Item[] } | undefined; error: Error | null; refetch: () => unknown }
export type ItemChoice<Item> = {
  items: Item[] | undefined
  error: Error | null
  refetch: () => unknown
  chosen: string | undefined
  choose: (id: string) => void
}

/** The chosen item of a list or, if it is no longer in the list, the first. */
export function useItemChoice<Item extends { id: string }>({
  data,
  error,
  refetch,
}: Asked<Item>): ItemChoice<Item> {
  const [chosen, choose] = useState<string>()
  const items = data?.items
  const present = items?.find(({ id }) => id === chosen) ?? items?.[0]
  return { items, error, refetch, chosen: present?.id, choose }
}
