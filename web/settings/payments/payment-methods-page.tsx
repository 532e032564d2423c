import { EmptyState, Stack } from '@mantine/core'
import { IconCreditCard } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../../src/permissions.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { CompleteCardSetup } from './complete-card-setup.tsx'
import { ConnectCardButton } from './connect-card-button.tsx'
import { PaymentMethodItem } from './payment-method-item.tsx'
import { paymentMethodsQuery } from './payment-method-queries.ts'

const route = getRouteApi('/dashboard/$account/settings/payment-methods')

export function PaymentMethodsPage() {
  const { t } = useTranslation('payments')
  const { name } = useAccount()
  const { session } = route.useSearch()
  const permission = permissions['money.spend'].name[currentLanguage()]
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('title')}
        lead={t('lead', { account: name, permission })}
        actions={<ConnectCardButton />}
      />
      {session && <CompleteCardSetup session={session} />}
      <QueryBoundary rows={2}>
        <Methods />
      </QueryBoundary>
    </Stack>
  )
}

function Methods() {
  const { t } = useTranslation('payments')
  const { id, name } = useAccount()
  const { data } = useSuspenseQuery(paymentMethodsQuery(id))
  if (data.items.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconCreditCard aria-hidden />}
        title={t('empty.title')}
        description={t('empty.text', { account: name })}
      >
        <EmptyState.Actions>
          <ConnectCardButton />
        </EmptyState.Actions>
      </EmptyState>
    )
  }
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {data.items.map((method) => (
        <PaymentMethodItem key={method.id} method={method} />
      ))}
    </Stack>
  )
}
