import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressesQuery } from '../addresses/address-queries.ts'
import { AddressChoice } from '../checkout/address-choice.tsx'
import { PaymentMethodChoice } from '../checkout/payment-method-choice.tsx'
import { formatMoney } from '../i18n/money.ts'
import { AccountContext } from '../session/account-context.ts'
import type { Account } from '../session/me-queries.ts'
import { paymentMethodsQuery } from '../settings/payments/payment-method-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { OrderTotals } from '../ui/order-totals.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { useItemChoice } from '../ui/use-item-choice.ts'
import { PurchaseReceipt } from './purchase-receipt.tsx'
import { BuyerAccountSelect, RequireBuyer } from './require-buyer.tsx'
import { useShowPurchase } from './use-show-purchase.ts'
import { useWatchContext } from './watch-context.ts'
import type { ShowOffer } from './watch-queries.ts'

type Given = { offer: ShowOffer; close: () => void }

/** Buys at a fixed price without leaving the show. The total with shipping is shown first. */
export function BuyDialog({ offer, close }: Given) {
  const { t } = useTranslation('watch')
  return (
    <Dialog opened onClose={close} title={t('buy.title', { title: offer.title })}>
      <RequireBuyer signIn="bidder.signInBuy">
        {(buyer) => (
          <AccountContext.Provider value={buyer}>
            <QueryBoundary rows={3}>
              <Buying key={buyer.id} offer={offer} buyer={buyer} close={close} />
            </QueryBoundary>
          </AccountContext.Provider>
        )}
      </RequireBuyer>
    </Dialog>
  )
}

function Buying({ offer, buyer, close }: Given & { buyer: Account }) {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const [wanted, setWanted] = useState(1)
  const quantity = Math.max(1, Math.min(wanted, offer.available))
  const addresses = useSuspenseQuery({ ...addressesQuery(buyer.id), staleTime: 0 })
  const methods = useSuspenseQuery({ ...paymentMethodsQuery(buyer.id), staleTime: 0 })
  const address = useItemChoice(addresses.data.items)
  const method = useItemChoice(methods.data.items)
  const { quote, buying, buy, isUnsure, isChanged } = useShowPurchase(buyer, {
    show: show.id,
    product: offer.product,
    quantity,
  })
  if (buying.data) return <PurchaseReceipt purchase={buying.data} buyer={buyer} close={close} />
  const total = quote.data && formatMoney(quote.data.total, quote.data.currency)
  const isReady = quote.data && !quote.isPlaceholderData && address.chosen && method.chosen
  return (
    <Stack gap="lg">
      <BuyerAccountSelect />
      <NativeSelect
        label={t('buy.quantity')}
        description={t('buy.at', { price: formatMoney(offer.price, show.currency) })}
        data={Array.from({ length: Math.max(1, offer.available) }, (_, index) => String(index + 1))}
        value={String(quantity)}
        onChange={({ currentTarget }) => setWanted(Number(currentTarget.value))}
      />
      <AddressChoice {...address} />
      <PaymentMethodChoice {...method} />
      {quote.data ? <OrderTotals {...quote.data} /> : !quote.error && <Skeleton h="var(--stagedoor-row)" />}
      {quote.error && <ProblemAlert problem={quote.error} retry={quote.refetch} />}
      {isChanged && total ? (
        <Alert role="alert" color="amber">
          {t('buy.changed', { total })}
        </Alert>
      ) : (
        <ProblemAlert problem={buying.error} />
      )}
      {isUnsure && <Text size="sm">{t('buy.retry')}</Text>}
      <Group justify="flex-end">
        <Button
          size="md"
          loading={buying.isPending}
          disabled={!isReady}
          onClick={() =>
            quote.data &&
            buy({ total: quote.data.total, address: address.chosen ?? '', method: method.chosen ?? '' })
          }
        >
          {total ? t('buy.pay', { total }) : t('buy.counting')}
        </Button>
      </Group>
    </Stack>
  )
}
