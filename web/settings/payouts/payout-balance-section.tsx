import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../i18n/money.ts'
import { useAccount } from '../../session/account-context.ts'
import { KeyFigures } from '../../ui/key-figures.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { Section } from '../../ui/section.tsx'
import { type PayoutBalance, payoutBalanceQuery, payoutDetailsQuery } from './payout-queries.ts'
import { StartPayoutDialog } from './start-payout-dialog.tsx'

/** The balance, and the button that pays it out. */
export function PayoutBalanceSection() {
  const { t } = useTranslation('payouts')
  return (
    <Section title={t('balance.title')}>
      <QueryBoundary rows={2}>
        <Balance />
      </QueryBoundary>
    </Section>
  )
}

function Balance() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { data: balance } = useSuspenseQuery(payoutBalanceQuery(id))
  const { available, pending, currency } = balance
  return (
    <Stack>
      <KeyFigures
        label={t('balance.title')}
        cols={2}
        figures={[
          {
            label: t('balance.available'),
            value: formatMoney(available, currency),
            hint: t('balance.availableHint'),
          },
          {
            label: t('balance.pending'),
            value: formatMoney(pending, currency),
            hint: t('balance.pendingHint'),
          },
        ]}
      />
      {available < 0 && <Text size="sm">{t('balance.owed')}</Text>}
      <PayOut balance={balance} />
    </Stack>
  )
}

/** The button, or what is missing for a payout. */
function PayOut({ balance }: { balance: PayoutBalance }) {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { data } = useQuery(payoutDetailsQuery(id))
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
      {isOpen && <StartPayoutDialog balance={balance} details={data.details} close={() => setOpen(false)} />}
    </>
  )
}
