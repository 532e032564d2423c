import { EmptyState } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { ledgerOf } from './reports.ts'

/** Nothing in this period, or nothing ever: then the way to the first sale. */
export function NothingSold() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const { data } = useInfiniteQuery(ledgerOf(id, {}))
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
