import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { StockBadge } from '../shop/stock-badge.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { BuyDialog } from './buy-dialog.tsx'
import { PastGiveaways } from './past-giveaways.tsx'
import classes from './watch.module.css'
import card from './watch-card.module.css'
import { useWatchContext } from './watch-context.ts'
import { publicAuctionsQuery, type ShowOffer } from './watch-queries.ts'

/** The column of products, on wide screens. */
export function ShowProductsColumn() {
  const { t } = useTranslation('watch')
  return (
    <aside aria-label={t('products.title')} className={classes.products}>
      <Stack gap="xs">
        <Title order={2}>{t('products.title')}</Title>
        <ShowProducts />
      </Stack>
    </aside>
  )
}

/** The show's products: those at a price can be bought, the others are auctioned by the host. */
export function ShowProducts() {
  const { t } = useTranslation('watch')
  const { id, lineup } = useWatchContext().show
  const { data } = useQuery(publicAuctionsQuery(id))
  const running = data?.find(({ status }) => status === 'running')?.product
  return (
    <>
      {lineup.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('products.empty')}
        </Text>
      )}
      <ul className="stagedoor-rows" aria-label={t('products.title')}>
        {lineup.map((offer) => (
          <Offered key={offer.product} offer={offer} isRunning={offer.product === running} />
        ))}
      </ul>
      <PastGiveaways />
    </>
  )
}

function Offered({ offer, isRunning }: { offer: ShowOffer; isRunning: boolean }) {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const { title, photo, sale, available } = offer
  const price = formatMoney(offer.price, show.currency)
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <Thumbnail src={photo?.thumb ?? null} />
      <Stack gap={4} align="flex-start" className={card.title}>
        <Text size="sm" lineClamp={2} className="stagedoor-breaks">
          {title}
        </Text>
        <Group gap="xs">
          {sale === 'fixed' ? (
            <Text size="sm" fw={650}>
              {price}
            </Text>
          ) : (
            !isRunning &&
            available > 0 && (
              <Text size="sm" c="dimmed">
                {t('products.auction', { price })}
              </Text>
            )
          )}
          {isRunning ? <Badge color="amber">{t('products.running')}</Badge> : <StockBadge of={available} />}
        </Group>
        {sale === 'fixed' && available > 0 && show.status === 'live' && <Buy offer={offer} />}
      </Stack>
    </Group>
  )
}

function Buy({ offer }: { offer: ShowOffer }) {
  const { t } = useTranslation('watch')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-md"
        variant="light"
        color="amber"
        aria-label={t('products.buyThis', { title: offer.title })}
        onClick={() => setOpen(true)}
      >
        {t('products.buy')}
      </Button>
      {isOpen && <BuyDialog offer={offer} close={() => setOpen(false)} />}
    </>
  )
}
