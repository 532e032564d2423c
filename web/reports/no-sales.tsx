import { EmptyState } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { ledgerQuery } from './report-queries.ts'

/** Says that there are no sales in this period, or none at all; then it offers the first step. */
export function NoSales() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const { data } = useInfiniteQuery(ledgerQuery(id, {}))
  const isFirst = data?.pages[0]?.items.length === 0
  return (
    <EmptyState
      py="xl"
      icon={<IconChartBar aria-hidden />}
      title={t(isFirst ? 'empty.never' : 'empty.title')}
      description={t(isFirst ? 'empty.neverText' : 'empty.text')}
    >
      {isFirst && (
        <EmptyState.Actions>
          <LinkButton to="/dashboard/$account/inventory" params={{ account: id }}>
            {t('empty.products')}
          </LinkButton>
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}
