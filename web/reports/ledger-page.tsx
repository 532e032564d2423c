import { Button, EmptyState, Group, Select, Stack } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { transferKinds } from '../../src/ledger/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { BalanceFigures } from './balance-figures.tsx'
import { DayRangeInputs } from './day-range-inputs.tsx'
import { DownloadReportCsv } from './download-report-csv.tsx'
import { type LedgerFilters, readLedgerFilters, toLedgerQuery } from './ledger-filters.ts'
import { LedgerLines, LedgerTable } from './ledger-rows.tsx'
import { ledgerQuery } from './report-queries.ts'

const route = getRouteApi('/dashboard/$account/reports/ledger')

export function LedgerPage() {
  const { t } = useTranslation('reports')
  const filter = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('ledger.title')}
        lead={t('balance.text')}
        actions={<DownloadReportCsv what="ledger" query={toLedgerQuery(filter)} />}
      />
      <QueryBoundary rows={1}>
        <BalanceFigures />
      </QueryBoundary>
      <FilterBar filter={filter} />
      <QueryBoundary>
        <Lines filter={useDeferredValue(filter)} />
      </QueryBoundary>
    </Stack>
  )
}

function FilterBar({ filter }: { filter: LedgerFilters }) {
  const { t } = useTranslation('reports')
  const navigate = route.useNavigate()
  const set = (changed: object) =>
    navigate({ search: readLedgerFilters({ ...filter, ...changed }), replace: true })
  return (
    <Group role="search" aria-label={t('ledger.title')} gap="sm" align="flex-end">
      <Select
        w="var(--stagedoor-column)"
        label={t('ledger.kind')}
        data={[
          { value: 'all', label: t('ledger.anyKind') },
          ...transferKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        value={filter.kind ?? 'all'}
        onChange={(kind) => set({ kind })}
      />
      <DayRangeInputs days={filter} set={set} />
      {Object.keys(filter).length > 0 && (
        <Button variant="default" onClick={() => navigate({ search: {}, replace: true })}>
          {t('ledger.clear')}
        </Button>
      )}
    </Group>
  )
}

function Lines({ filter }: { filter: LedgerFilters }) {
  const { id } = useAccount()
  const isNarrow = useIsNarrow('md')
  const { items: entries, pages } = useItems(ledgerQuery(id, filter))
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filter).length > 0} />
  const List = isNarrow ? LedgerLines : LedgerTable
  return (
    <div>
      <List entries={entries} />
      <LoadMore of={pages} />
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
