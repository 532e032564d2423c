import { useState } from 'react'

export type Selectable = { id: string }

/** Which rows are selected, of those that are shown: what leaves the list leaves the selection. */
export function useSelection(shown: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = shown.filter((id) => chosen.has(id))
  return {
    selected,
    has: (id: string) => chosen.has(id),
    toggle: (id: string) =>
      setChosen((now) =>
        now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id]),
      ),
    toggleAll: () => setChosen(new Set(selected.length === shown.length ? [] : shown)),
    clear: () => setChosen(new Set()),
    isAll: shown.length > 0 && selected.length === shown.length,
  }
}
export type Selection = ReturnType<typeof useSelection>
