import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { productKeys } from '../../data/query-keys.ts'
import { type LineupItem, lineupQuery } from '../../shows/show-queries.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import type { ShowRef } from '../broadcast/studio-queries.ts'

const own = ({ product, price, usualPrice }: LineupItem) => ({
  product,
  price: price === usualPrice ? null : price,
})

/** Adds a product of the inventory at the end of the lineup. */
export function QuickAddProduct({ of, lineup }: { of: ShowRef; lineup: LineupItem[] }) {
  const { t } = useTranslation('studio')
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 200)
  const { account } = of
  const { data } = useQuery({
    queryKey: productKeys.toAdd(account, asked),
    queryFn: () =>
      callApi('GET /accounts/:account/products', {
        params: { account },
        input: { status: 'active', ...(asked && { search: asked }) },
      }),
    placeholderData: keepPreviousData,
  })
  const add = useAdd(of, lineup)
  const known = new Set(lineup.map(({ product }) => product))
  const found = (data?.items ?? []).filter(({ id }) => !known.has(id))
  return (
    <Select
      label={t('products.add')}
      placeholder={t('products.addHint')}
      leftSection={<IconPlus size="1rem" aria-hidden />}
      searchable
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      data={found.map(({ id, title }) => ({ value: id, label: title }))}
      nothingFoundMessage={t('products.nothing')}
      disabled={add.isPending}
      onChange={(product) => product && add.mutate(product, { onSettled: () => setSearch('') })}
    />
  )
}

function useAdd(of: ShowRef, lineup: LineupItem[]) {
  const queries = useQueryClient()
  const onError = useProblemToast()
  return useMutation({
    mutationFn: (product: string) =>
      callApi('PATCH /accounts/:account/shows/:show/products', {
        params: of,
        input: { products: [...lineup.map(own), { product }] },
      }),
    onSuccess: (next) => queries.setQueryData(lineupQuery(of.account, of.show).queryKey, next),
    onError,
  })
}
