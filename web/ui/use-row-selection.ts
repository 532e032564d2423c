import { useState } from 'react'

export type SelectableRow = { id: string }

/** The selected rows among those that are shown. Rows that leave the list leave the selection. */
export function useRowSelection(shown: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return rowSelection(
    shown,
    shown.filter((id) => chosen.has(id)),
    (ids) => setChosen(new Set(ids)),
  )
}
export type RowSelection = ReturnType<typeof useRowSelection>

/** What a list does with a selection, given the rows that are shown, those that are selected, and how to select others. */
export const rowSelection = (shown: string[], selected: string[], select: (ids: string[]) => void) => ({
  selected,
  has: (id: string) => selected.includes(id),
  toggle: (id: string) =>
    select(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]),
  toggleAll: () => select(selected.length === shown.length ? [] : shown),
  clear: () => select([]),
  isAll: shown.length > 0 && selected.length === shown.length,
})
