import { useState } from 'react'

type Asked<Item> = { data: { items: Item[] } | undefined; error: Error | null; refetch: () => unknown }
export type Choice<Item> = {
  items: Item[] | undefined
  error: Error | null
  refetch: () => unknown
  chosen: string | undefined
  choose: (id: string) => void
}

/** One of a list: what was chosen, while it is there, else the first. */
export function useChoice<Item extends { id: string }>({ data, error, refetch }: Asked<Item>): Choice<Item> {
  const [chosen, choose] = useState<string>()
  const items = data?.items
  const present = items?.find(({ id }) => id === chosen) ?? items?.[0]
  return { items, error, refetch, chosen: present?.id, choose }
}
