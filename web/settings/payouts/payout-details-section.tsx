import { Button, DataList, Group, Text } from '@mantine/core'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRelativeTime } from '../../i18n/formats.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { useAccount } from '../../session/account-context.ts'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { Section } from '../../ui/section.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import { PayoutDetailsDialog } from './payout-details-dialog.tsx'
import { type PayoutDetails, payoutDetailsQuery, payoutsQuery } from './payout-queries.ts'
import { RemovePayoutDetailsDialog } from './remove-payout-details-dialog.tsx'

/** The bank account for payouts, masked. */
export function PayoutDetailsSection() {
  const { t } = useTranslation('payouts')
  return (
    <Section title={t('details.title')} text={t('details.text')}>
      <QueryBoundary rows={2}>
        <Details />
      </QueryBoundary>
    </Section>
  )
}

function Details() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { details } = useSuspenseQuery(payoutDetailsQuery(id)).data
  return (
    <>
      {details ? <Facts details={details} /> : <Text size="sm">{t('details.none')}</Text>}
      {useUnderWay() ? <Text size="sm">{t('details.underWay')}</Text> : <Acts details={details} />}
    </>
  )
}

/** Whether a payout is under way. Until it is settled, the bank account cannot be changed. */
function useUnderWay() {
  const { id } = useAccount()
  const { data } = useInfiniteQuery(payoutsQuery(id))
  return data?.pages.some(({ items }) => items.some(({ status }) => status === 'started'))
}

function Acts({ details }: { details: PayoutDetails | null }) {
  const { t } = useTranslation('payouts')
  const [open, setOpen] = useState<'change' | 'remove'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Group gap="xs">
        <Button variant={details ? 'default' : 'filled'} onClick={() => setOpen('change')}>
          {t(details ? 'details.change' : 'details.add')}
        </Button>
        {details && (
          <Button variant="light" color="red" onClick={() => setOpen('remove')}>
            {t('details.remove')}
          </Button>
        )}
      </Group>
      {open === 'change' && <PayoutDetailsDialog details={details} close={close} />}
      {open === 'remove' && <RemovePayoutDetailsDialog close={close} />}
    </>
  )
}

function Facts({ details }: { details: PayoutDetails }) {
  const { t } = useTranslation('payouts')
  const { kind, holder, masked, country, updatedAt } = details
  const isNarrow = useIsNarrow()
  const where = new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(country) ?? country
  const facts = [
    { label: t('details.holder'), value: holder },
    { label: kind === 'iban' ? t('details.iban') : t('details.account'), value: `${masked} · ${where}` },
    { label: t('details.changedLabel'), value: formatRelativeTime(updatedAt) },
  ]
  return (
    <DataList orientation={isNarrow ? 'vertical' : 'horizontal'}>
      {facts.map(({ label, value }) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue className="stagedoor-breaks">{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  )
}
