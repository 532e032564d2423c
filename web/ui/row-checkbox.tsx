import { Checkbox } from '@mantine/core'
import type { RowSelection } from './use-row-selection.ts'

type Given = { id: string; label: string; selection: RowSelection }

export const RowCheckbox = ({ id, label, selection }: Given) => (
  <Checkbox aria-label={label} checked={selection.has(id)} onChange={() => selection.toggle(id)} />
)

type AllRows = {
  selection: RowSelection
  label: string /** The label is seen, too. */
  isLabelShown?: boolean
}

/** Selects all rows that are shown, or none of them. */
export const AllRowsCheckbox = ({ selection, label, isLabelShown = false }: AllRows) => (
  <Checkbox
    {...(isLabelShown ? { label } : { 'aria-label': label })}
    checked={selection.isAll}
    indeterminate={!selection.isAll && selection.selected.length > 0}
    onChange={selection.toggleAll}
  />
)
