import { useState } from 'react'
import type { Filters } from './filters.ts'

/** What a change to many is about: the products that are named, or all that the filters leave. */
export type Which = { products: string[] } | { all: true; filter: Filters }

/**
 * Which products are selected: some of those that are shown, or all that the filters leave, also those that are not
 * shown yet. What leaves the list leaves the selection.
 */
export function useSelection(shown: string[], filters: Filters) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [everythingIn, setEverythingIn] = useState<string>()
  const view = JSON.stringify(filters)
  const isEverything = everythingIn === view && shown.length > 0
  const selected = isEverything ? shown : shown.filter((id) => chosen.has(id))
  const choose = (ids: Iterable<string>) => {
    setEverythingIn(undefined)
    setChosen(new Set(ids))
  }
  return {
    selected,
    isEverything,
    which: (isEverything ? { all: true, filter: filters } : { products: selected }) as Which,
    has: (id: string) => isEverything || chosen.has(id),
    toggle: (id: string) =>
      choose(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]),
    toggleShown: () => choose(selected.length === shown.length ? [] : shown),
    chooseEverything: () => setEverythingIn(view),
    clear: () => choose([]),
    isWhole: shown.length > 0 && selected.length === shown.length,
  }
}
export type Selection = ReturnType<typeof useSelection>
