import { Button, EmptyState, Group, Select, Stack } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { BalanceFigures } from './balance-figures.tsx'
import { DayInputs } from './day-inputs.tsx'
import { DownloadCsv } from './download-csv.tsx'
import { asQuery, kinds, type LedgerFilter, readLedgerFilter } from './ledger-filter.ts'
import { LedgerLines, LedgerTable } from './ledger-rows.tsx'
import { ledgerOf } from './reports.ts'

const route = getRouteApi('/dashboard/$account/reports/ledger')

export function LedgerPage() {
  const { t } = useTranslation('reports')
  const filter = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead
        title={t('ledger.title')}
        lead={t('balance.text')}
        actions={<DownloadCsv what="ledger" query={asQuery(filter)} />}
      />
      <BalanceFigures />
      <FilterBar filter={filter} />
      <Lines filter={filter} />
    </Stack>
  )
}

function FilterBar({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation('reports')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: readLedgerFilter({ ...filter, ...changed }), replace: true })
  return (
    <Group role="search" aria-label={t('ledger.title')} gap="sm" align="flex-end">
      <Select
        w="var(--stagedoor-column)"
        label={t('ledger.kind')}
        data={[
          { value: 'all', label: t('ledger.anyKind') },
          ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        value={filter.kind ?? 'all'}
        onChange={(kind) => set({ kind })}
      />
      <DayInputs days={filter} set={set} />
      {Object.keys(filter).length > 0 && (
        <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
          {t('ledger.clear')}
        </Button>
      )}
    </Group>
  )
}

function Lines({ filter }: { filter: LedgerFilter }) {
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const query = useInfiniteQuery({ ...ledgerOf(id, filter), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const entries = query.data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filter).length > 0} />
  const List = isNarrow ? LedgerLines : LedgerTable
  return (
    <div>
      <List entries={entries} />
      <More of={query} />
    </div>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('reports')
  return (
    <EmptyState
      py="xl"
      icon={<IconListDetails aria-hidden />}
      title={t(isFiltered ? 'ledger.nothing' : 'ledger.empty')}
      description={t(isFiltered ? 'ledger.nothingText' : 'ledger.emptyText')}
    />
  )
}
