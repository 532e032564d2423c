import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { Available } from '../shop/available.tsx'
import { BuyDialog } from './buy-dialog.tsx'
import card from './card.module.css'
import { PastGiveaways } from './past-giveaways.tsx'
import { auctionsOf, type Offer } from './queries.ts'
import classes from './room.module.css'
import { useWatched } from './watched.ts'

/** The column of what is sold, where there is room for one. */
export function ProductsColumn() {
  const { t } = useTranslation('live')
  return (
    <aside aria-label={t('products.title')} className={classes.products}>
      <Stack gap="xs">
        <Title order={2}>{t('products.title')}</Title>
        <Products />
      </Stack>
    </aside>
  )
}

/** What the show sells: at once at a price, or by auction when its turn has come. */
export function Products() {
  const { t } = useTranslation('live')
  const { id, lineup } = useWatched().show
  const { data } = useQuery(auctionsOf(id))
  const running = data?.find(({ state }) => state === 'running')?.product
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

function Offered({ offer, isRunning }: { offer: Offer; isRunning: boolean }) {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const { title, photo, sale, available } = offer
  const price = money(offer.price, show.currency)
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <Thumb src={photo?.thumb ?? null} />
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
          {isRunning ? <Badge color="amber">{t('products.running')}</Badge> : <Available of={available} />}
        </Group>
        {sale === 'fixed' && available > 0 && show.state === 'live' && <Buy offer={offer} />}
      </Stack>
    </Group>
  )
}

function Buy({ offer }: { offer: Offer }) {
  const { t } = useTranslation('live')
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
