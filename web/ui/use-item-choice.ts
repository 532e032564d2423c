import { useState } from 'react'

export type ItemChoice<Item> = { items: Item[]; chosen: string | undefined; choose: (id: string) => void }

/** The chosen item of a list or, if it is no longer in the list, the first. */
export function useItemChoice<Item extends { id: string }>(items: Item[]): ItemChoice<Item> {
  const [chosen, choose] = useState<string>()
  const present = items.find(({ id }) => id === chosen) ?? items[0]
  return { items, chosen: present?.id, choose }
}
