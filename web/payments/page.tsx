import { EmptyState, Stack } from '@mantine/core'
import { IconCreditCard } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Complete } from './complete.tsx'
import { ConnectButton } from './connect-button.tsx'
import { MethodItem } from './method-item.tsx'
import { methodsOf } from './methods.ts'

const route = getRouteApi('/dashboard/$account/settings/payment-methods')

export function PaymentMethodsPage() {
  const { t } = useTranslation('payments')
  const { name } = useAccount()
  const { session } = route.useSearch()
  const permission = permissions['money.spend'].name[language()]
  return (
    <Stack gap="lg">
      <PageHead
        title={t('title')}
        lead={t('lead', { account: name, permission })}
        actions={<ConnectButton />}
      />
      {session && <Complete session={session} />}
      <Methods />
    </Stack>
  )
}

function Methods() {
  const { t } = useTranslation('payments')
  const { id, name } = useAccount()
  const { data, error, refetch } = useQuery(methodsOf(id))
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />
  if (data.items.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconCreditCard aria-hidden />}
        title={t('empty.title')}
        description={t('empty.text', { account: name })}
      >
        <EmptyState.Actions>
          <ConnectButton />
        </EmptyState.Actions>
      </EmptyState>
    )
  }
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {data.items.map((method) => (
        <MethodItem key={method.id} method={method} />
      ))}
    </Stack>
  )
}
