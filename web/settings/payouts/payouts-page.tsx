import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { PayoutBalanceSection } from './payout-balance-section.tsx'
import { PayoutDetailsSection } from './payout-details-section.tsx'
import { PayoutHistorySection } from './payout-history-section.tsx'

export function PayoutsPage() {
  const { t } = useTranslation('payouts')
  const { name } = useAccount()
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={t('lead', { account: name })} />
      <PayoutBalanceSection />
      <PayoutDetailsSection />
      <PayoutHistorySection />
    </Stack>
  )
}
