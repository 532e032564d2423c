import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Product } from './products.ts'
import type { Selection } from './use-selection.ts'

export function SelectBox({ product, selection }: { product: Product; selection: Selection }) {
  const { t } = useTranslation('inventory')
  return (
    <Checkbox
      aria-label={t('select.one', { title: product.title })}
      checked={selection.has(product.id)}
      onChange={() => selection.toggle(product.id)}
    />
  )
}

export function SelectAllBox({ selection, label }: { selection: Selection; label?: string }) {
  const { t } = useTranslation('inventory')
  return (
    <Checkbox
      {...(label ? { label } : { 'aria-label': t('select.shown') })}
      checked={selection.isWhole}
      indeterminate={!selection.isWhole && selection.selected.length > 0}
      onChange={selection.toggleShown}
    />
  )
}
