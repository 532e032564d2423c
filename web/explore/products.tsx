import { Badge, Button, Center, Group, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import type { Offer, Show } from '../room/queries.ts'
import { Available } from '../shop/available.tsx'
import { Picture } from '../shop/picture.tsx'
import { Shelf } from './shelf.tsx'

/** More than this is shown when asked for. */
const atFirst = 12

/** What a show will sell. Nothing of it can be bought before. */
export function Products({ show: { lineup, currency } }: { show: Show }) {
  const { t } = useTranslation('explore')
  const [isAll, setAll] = useState(false)
  if (lineup.length === 0) return null
  const shown = isAll ? lineup : lineup.slice(0, atFirst)
  return (
    <Shelf title={t('products')}>
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
    </Shelf>
  )
}

function Product({ offer, currency }: { offer: Offer; currency: string }) {
  const { t } = useTranslation('explore')
  const price = money(offer.price, currency)
  const isAuction = offer.sale === 'auction'
  return (
    <>
      <Picture photo={offer.photo} size="thumb" alt="" />
      <Text size="sm" lineClamp={2} mt="xs" className="stagedoor-breaks">
        {offer.title}
      </Text>
      <Group gap="xs" mt={4}>
        <Text fw="bold">{isAuction ? t('startingBid', { price }) : price}</Text>
        {isAuction && <Badge color="amber">{t('auction')}</Badge>}
        <Available of={offer.available} />
      </Group>
    </>
  )
}
