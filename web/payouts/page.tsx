import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { BalanceSection } from './balance-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { HistorySection } from './history-section.tsx'

export function PayoutsPage() {
  const { t } = useTranslation('payouts')
  const { name } = useAccount()
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead', { account: name })} />
      <BalanceSection />
      <DetailsSection />
      <HistorySection />
    </Stack>
  )
}
