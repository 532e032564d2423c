import { SimpleGrid, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BackToSpending } from '../layout/back-to-spending.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { LineItems } from '../ui/line-items.tsx'
import { OrderTotals } from '../ui/order-totals.tsx'
import { Section } from '../ui/section.tsx'
import { MessageShopLink } from './message-shop-link.tsx'
import { PaymentNote } from './payment-note.tsx'
import { PurchaseCancellation } from './purchase-cancellation.tsx'
import { PurchaseFacts } from './purchase-facts.tsx'
import { PurchaseHistory } from './purchase-history.tsx'
import { type Purchase, purchaseQuery } from './purchase-queries.ts'
import { PurchaseShipment } from './purchase-shipment.tsx'
import { PurchaseShopLink } from './purchase-shop-link.tsx'
import { PurchaseStatusBadge } from './purchase-status-badge.tsx'
import { usePaymentCheck } from './use-payment-check.ts'

const from = '/dashboard/$account/spending/purchases/$purchase'

export function PurchasePage() {
  const { account, purchase } = useParams({ from })
  const { payment_intent: back } = useSearch({ from })
  const { data } = useSuspenseQuery(purchaseQuery(account, purchase))
  usePaymentCheck(account, data, back !== undefined)
  return (
    <Stack gap="lg">
      <BackToSpending to="purchases" />
      <Shown purchase={data} />
    </Stack>
  )
}

function Shown({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const { items, currency, status } = purchase
  const wasPaid = status !== 'pending' && status !== 'failed'
  return (
    <>
      <PageHeader
        title={t('code', { code: purchase.code })}
        lead={<PurchaseStatusBadge status={status} />}
        actions={
          <>
            <MessageShopLink purchase={purchase} />
            <PurchaseShopLink purchase={purchase} />
          </>
        }
      />
      <PaymentNote purchase={purchase} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          <Section title={t('items')}>
            <LineItems items={items} currency={currency} label={t('items')} />
            <OrderTotals {...purchase} />
          </Section>
          <PurchaseFacts purchase={purchase} />
        </Stack>
        <Stack gap="lg">
          {(purchase.shipment || status === 'pending_fulfillment') && (
            <PurchaseShipment purchase={purchase} />
          )}
          {wasPaid && <PurchaseCancellation purchase={purchase} />}
          <PurchaseHistory purchase={purchase} />
        </Stack>
      </SimpleGrid>
    </>
  )
}
