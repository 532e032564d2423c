import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Figures } from './figures.tsx'
import { balanceOf } from './reports.ts'

export function BalanceFigures() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(balanceOf(id))
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={1} />
  const { pending, available, currency } = data
  const figures = [
    { label: t('balance.total'), value: money(pending + available, currency), hint: t('balance.totalHint') },
    { label: t('balance.available'), value: money(available, currency), hint: t('balance.availableHint') },
    { label: t('balance.pending'), value: money(pending, currency), hint: t('balance.pendingHint') },
  ]
  return <Figures label={t('balance.title')} figures={figures} cols={{ base: 2, sm: 3 }} />
}
