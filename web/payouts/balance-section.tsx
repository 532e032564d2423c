import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Figures } from '../reports/figures.tsx'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { type Balance, balanceOf, detailsOf } from './payouts.ts'
import { StartDialog } from './start-dialog.tsx'

/** What there is, and sending it to the bank. */
export function BalanceSection() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(balanceOf(id))
  return (
    <Section title={t('balance.title')}>
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />)}
      {data && <Shown balance={data} />}
    </Section>
  )
}

function Shown({ balance }: { balance: Balance }) {
  const { t } = useTranslation('payouts')
  const { available, pending, currency } = balance
  return (
    <Stack>
      <Figures
        label={t('balance.title')}
        cols={2}
        figures={[
          {
            label: t('balance.available'),
            value: money(available, currency),
            hint: t('balance.availableHint'),
          },
          { label: t('balance.pending'), value: money(pending, currency), hint: t('balance.pendingHint') },
        ]}
      />
      {available < 0 && <Text size="sm">{t('balance.owed')}</Text>}
      <PayOut balance={balance} />
    </Stack>
  )
}

/** The button, or what is missing for it. */
function PayOut({ balance }: { balance: Balance }) {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { data } = useQuery(detailsOf(id))
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  if (!data.details) return <Text size="sm">{t('start.noDetails')}</Text>
  return (
    <>
      {balance.available > 0 ? (
        <Group>
          <Button onClick={() => setOpen(true)}>{t('start.open')}</Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('start.nothing')}
        </Text>
      )}
      {isOpen && <StartDialog balance={balance} details={data.details} close={() => setOpen(false)} />}
    </>
  )
}
