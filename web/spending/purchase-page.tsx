import { SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { Back } from './back.tsx'
import { CancellationSection } from './cancellation-section.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Items } from './items.tsx'
import { MessageLink } from './message-link.tsx'
import { ParcelSection } from './parcel-section.tsx'
import { PaymentNote } from './payment-note.tsx'
import { type Purchase, purchaseOf } from './purchases.ts'
import { ShopLink } from './shop-link.tsx'
import { StateBadge } from './state-badge.tsx'
import { Totals } from './totals.tsx'
import { useLook } from './use-look.ts'

const from = '/dashboard/$account/spending/purchases/$purchase'

export function PurchasePage() {
  const { t } = useTranslation('spending')
  const { account, purchase } = useParams({ from })
  const { payment_intent: back } = useSearch({ from })
  const { data, error, refetch } = useQuery(purchaseOf(account, purchase))
  useLook(account, data, back !== undefined)
  return (
    <Stack gap="lg">
      <Back to="purchases" />
      {data ? <Shown purchase={data} /> : <PageHead title={t('tabs.purchases')} />}
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function Shown({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const { items, currency, status } = purchase
  const wasPaid = status !== 'pending' && status !== 'failed'
  return (
    <>
      <PageHead
        title={t('code', { code: purchase.code })}
        lead={<StateBadge state={status} />}
        actions={
          <>
            <MessageLink purchase={purchase} />
            <ShopLink purchase={purchase} />
          </>
        }
      />
      <PaymentNote purchase={purchase} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          <Section title={t('items')}>
            <Items items={items} currency={currency} label={t('items')} />
            <Totals {...purchase} />
          </Section>
          <Facts purchase={purchase} />
        </Stack>
        <Stack gap="lg">
          {(purchase.parcel || status === 'pending_fulfillment') && <ParcelSection purchase={purchase} />}
          {wasPaid && <CancellationSection purchase={purchase} />}
          <History purchase={purchase} />
        </Stack>
      </SimpleGrid>
    </>
  )
}
