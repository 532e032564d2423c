import { useState } from 'react'
import { rowSelection } from '../ui/use-row-selection.ts'
import type { ProductFilters } from './product-filters.ts'

/** The products of a bulk change: the listed ones, or all that match the filters. */
export type BulkTarget = { products: string[] } | { all: true; filter: ProductFilters }

/**
 * The selected products: some of those in the list, or all that match the filters, even if they are not loaded yet.
 * Products that leave the list leave the selection.
 */
export function useProductSelection(shown: string[], filters: ProductFilters) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [everythingIn, setEverythingIn] = useState<string>()
  const view = JSON.stringify(filters)
  const isEverything = everythingIn === view && shown.length > 0
  const selected = isEverything ? shown : shown.filter((id) => chosen.has(id))
  const select = (ids: string[]) => {
    setEverythingIn(undefined)
    setChosen(new Set(ids))
  }
  return {
    ...rowSelection(shown, selected, select),
    isEverything,
    which: (isEverything ? { all: true, filter: filters } : { products: selected }) as BulkTarget,
    selectEverything: () => setEverythingIn(view),
  }
}
export type ProductSelection = ReturnType<typeof useProductSelection>
