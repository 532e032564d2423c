import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Selection } from './use-selection.ts'

export function SelectBox({ id, label, selection }: { id: string; label: string; selection: Selection }) {
  return <Checkbox aria-label={label} checked={selection.has(id)} onChange={() => selection.toggle(id)} />
}

export function SelectAllBox({ selection }: { selection: Selection }) {
  const { t } = useTranslation('orders')
  return (
    <Checkbox
      aria-label={t('selectAll')}
      checked={selection.isAll}
      indeterminate={!selection.isAll && selection.selected.length > 0}
      onChange={selection.toggleAll}
    />
  )
}
