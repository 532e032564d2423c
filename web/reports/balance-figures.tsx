import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { KeyFigures } from '../ui/key-figures.tsx'
import { ledgerBalanceQuery } from './report-queries.ts'

export function BalanceFigures() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const { data } = useSuspenseQuery(ledgerBalanceQuery(id))
  const { pending, available, currency } = data
  const figures = [
    {
      label: t('balance.total'),
      value: formatMoney(pending + available, currency),
      hint: t('balance.totalHint'),
    },
    {
      label: t('balance.available'),
      value: formatMoney(available, currency),
      hint: t('balance.availableHint'),
    },
    { label: t('balance.pending'), value: formatMoney(pending, currency), hint: t('balance.pendingHint') },
  ]
  return <KeyFigures label={t('balance.title')} figures={figures} cols={{ base: 2, sm: 3 }} />
}
