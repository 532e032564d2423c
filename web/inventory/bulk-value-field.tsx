import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { productConditions, productLimits } from '../../src/inventory/vocabulary.ts'
import { currencySymbol } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import type { ValueAction } from './product-bulk-actions.ts'
import { productCategoriesQuery } from './product-queries.ts'

type Given = {
  act: ValueAction
  value: string
  problem: string | undefined
  change: (value: string) => void
}

/** The field for the value that many products get. It is the same kind of field as in a product's form. */
export function BulkValueField({ act, value, problem, change }: Given) {
  const { t } = useTranslation('inventory')
  const { id, currency } = useAccount()
  const { data: categories } = useQuery(productCategoriesQuery(id))
  const given = { label: t(`form.${act}`), value, error: problem, 'data-autofocus': true }
  if (act === 'condition')
    return (
      <Select
        {...given}
        data={productConditions.map((one) => ({ value: one, label: t(`conditions.${one}`) }))}
        onChange={(next) => change(next ?? 'new')}
      />
    )
  if (act === 'category')
    return (
      <Autocomplete
        {...given}
        maxLength={productLimits.category}
        limit={8}
        data={categories?.items.map(({ name }) => name) ?? []}
        onChange={change}
      />
    )
  const isPrice = act === 'price'
  return (
    <TextInput
      {...given}
      inputMode={isPrice ? 'decimal' : 'numeric'}
      {...(isPrice
        ? { leftSection: currencySymbol(currency), leftSectionWidth: 'var(--stagedoor-sign)' }
        : { rightSection: 'g' })}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
