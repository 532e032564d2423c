import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useTellProblem } from '../shell/told.ts'
import { type LineupItem, lineupOf } from '../shows/shows.ts'
import type { Of } from './queries.ts'

const own = ({ product, price, usualPrice }: LineupItem) => ({
  product,
  price: price === usualPrice ? null : price,
})

/** Puts one more product of the inventory at the end of what the show sells. */
export function QuickAdd({ of, lineup }: { of: Of; lineup: LineupItem[] }) {
  const { t } = useTranslation('studio')
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 200)
  const { account } = of
  const { data } = useQuery({
    queryKey: [account, 'products', 'to-add', asked],
    queryFn: () =>
      call('GET /accounts/:account/products', {
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

function useAdd(of: Of, lineup: LineupItem[]) {
  const queries = useQueryClient()
  const onError = useTellProblem()
  return useMutation({
    mutationFn: (product: string) =>
      call('PATCH /accounts/:account/shows/:show/products', {
        params: of,
        input: { products: [...lineup.map(own), { product }] },
      }),
    onSuccess: (next) => queries.setQueryData(lineupOf(of.account, of.show).queryKey, next),
    onError,
  })
}
