import { Badge, Button, Center, Group, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { ProductPhoto } from '../shop/product-photo.tsx'
import { StockBadge } from '../shop/stock-badge.tsx'
import type { PublicShow, ShowOffer } from '../watch/watch-queries.ts'
import { PublicSection } from './public-section.tsx'

/** The number of products that are shown before the rest is requested. */
const atFirst = 12

/** The products of an upcoming show. They cannot be bought yet. */
export function LineupPreview({ show: { lineup, currency } }: { show: PublicShow }) {
  const { t } = useTranslation('explore')
  const [isAll, setAll] = useState(false)
  if (lineup.length === 0) return null
  const shown = isAll ? lineup : lineup.slice(0, atFirst)
  return (
    <PublicSection title={t('products')}>
      <SimpleGrid
        component="ul"
        cols={{ base: 2, sm: 3, md: 4 }}
        spacing={{ base: 'sm', sm: 'lg' }}
        verticalSpacing="lg"
        className="stagedoor-list"
        aria-label={t('products')}
      >
        {shown.map((offer) => (
          <li key={offer.product}>
            <Product offer={offer} currency={currency} />
          </li>
        ))}
      </SimpleGrid>
      {shown.length < lineup.length && (
        <Center>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('showAll', { count: lineup.length })}
          </Button>
        </Center>
      )}
    </PublicSection>
  )
}

function Product({ offer, currency }: { offer: ShowOffer; currency: string }) {
  const { t } = useTranslation('explore')
  const price = formatMoney(offer.price, currency)
  const isAuction = offer.sale === 'auction'
  return (
    <>
      <ProductPhoto photo={offer.photo} size="thumb" alt="" />
      <Text size="sm" lineClamp={2} mt="xs" className="stagedoor-breaks">
        {offer.title}
      </Text>
      <Group gap="xs" mt={4}>
        <Text fw="bold">{isAuction ? t('startingBid', { price }) : price}</Text>
        {isAuction && <Badge color="amber">{t('auction')}</Badge>}
        <StockBadge of={offer.available} />
      </Group>
    </>
  )
}
