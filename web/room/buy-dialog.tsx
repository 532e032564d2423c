import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { methodsOf } from '../payments/methods.ts'
import { AccountContext } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { Account } from '../shell/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import { AddressChoice } from '../spending/address-choice.tsx'
import { addressesOf } from '../spending/addresses.ts'
import { MethodChoice } from '../spending/method-choice.tsx'
import { Totals } from '../spending/totals.tsx'
import { useChoice } from '../spending/use-choice.ts'
import { As, ForBuyer } from './bidder.tsx'
import { Bought } from './bought.tsx'
import type { Offer } from './queries.ts'
import { useShowBuying } from './use-show-buying.ts'
import { useWatched } from './watched.ts'

type Given = { offer: Offer; close: () => void }

/** Buying at a price without leaving the show: what it costs with shipping is said before. */
export function BuyDialog({ offer, close }: Given) {
  const { t } = useTranslation('live')
  return (
    <Sheet opened onClose={close} title={t('buy.title', { title: offer.title })}>
      <ForBuyer signIn="bidder.signInBuy">
        {(buyer) => (
          <AccountContext.Provider value={buyer}>
            <Buying key={buyer.id} offer={offer} buyer={buyer} close={close} />
          </AccountContext.Provider>
        )}
      </ForBuyer>
    </Sheet>
  )
}

function Buying({ offer, buyer, close }: Given & { buyer: Account }) {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const [wanted, setWanted] = useState(1)
  const quantity = Math.max(1, Math.min(wanted, offer.available))
  const address = useChoice(useQuery({ ...addressesOf(buyer.id), staleTime: 0 }))
  const method = useChoice(useQuery({ ...methodsOf(buyer.id), staleTime: 0 }))
  const { quote, buying, buy, isUnsure, isChanged } = useShowBuying(buyer, {
    show: show.id,
    product: offer.product,
    quantity,
  })
  if (buying.data) return <Bought purchase={buying.data} buyer={buyer} close={close} />
  const total = quote.data && money(quote.data.total, quote.data.currency)
  const isReady = quote.data && !quote.isPlaceholderData && address.chosen && method.chosen
  return (
    <Stack gap="lg">
      <As />
      <NativeSelect
        label={t('buy.quantity')}
        description={t('buy.at', { price: money(offer.price, show.currency) })}
        data={Array.from({ length: Math.max(1, offer.available) }, (_, index) => String(index + 1))}
        value={String(quantity)}
        onChange={({ currentTarget }) => setWanted(Number(currentTarget.value))}
      />
      <AddressChoice {...address} />
      <MethodChoice {...method} />
      {quote.data ? <Totals {...quote.data} /> : !quote.error && <Skeleton h="var(--stagedoor-row)" />}
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
