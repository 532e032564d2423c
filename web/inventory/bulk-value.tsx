import { Autocomplete, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { symbol } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import type { Setting } from './bulk.ts'
import { conditions } from './product-values.ts'
import { categoriesOf } from './products.ts'

type Given = {
  act: Setting
  value: string
  problem: string | undefined
  change: (value: string) => void
}

/** The one value that many products get, in the field that its kind has in a product's form. */
export function BulkValue({ act, value, problem, change }: Given) {
  const { t } = useTranslation('inventory')
  const { id, currency } = useAccount()
  const { data: categories } = useQuery(categoriesOf(id))
  const given = { label: t(`form.${act}`), value, error: problem, 'data-autofocus': true }
  if (act === 'condition')
    return (
      <Select
        {...given}
        data={conditions.map((one) => ({ value: one, label: t(`conditions.${one}`) }))}
        onChange={(next) => change(next ?? 'new')}
      />
    )
  if (act === 'category')
    return (
      <Autocomplete
        {...given}
        maxLength={80}
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
        ? { leftSection: symbol(currency), leftSectionWidth: 'var(--stagedoor-sign)' }
        : { rightSection: 'g' })}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}
