import { Group, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { LinkArea } from '../ui/links.tsx'
import { ProductPhoto } from './product-photo.tsx'
import classes from './shop.module.css'
import type { Shop, ShopProductSummary } from './shop-queries.ts'
import { StockBadge } from './stock-badge.tsx'

/** The number of cards in the first rows, whose photos are loaded at once. */
const atOnce = 4

export function ProductCardGrid({ shop, cards }: { shop: Shop; cards: ShopProductSummary[] }) {
  const { t } = useTranslation('shop')
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 2, sm: 3, md: 4 }}
      spacing={{ base: 'sm', sm: 'lg' }}
      verticalSpacing="lg"
      className="stagedoor-list"
      aria-label={t('products')}
    >
      {cards.map((card, index) => (
        <li key={card.id}>
          <Shown shop={shop} card={card} eager={index < atOnce} />
        </li>
      ))}
    </SimpleGrid>
  )
}

function Shown({ shop, card, eager }: { shop: Shop; card: ShopProductSummary; eager: boolean }) {
  return (
    <LinkArea
      to="/shops/$username/products/$product"
      params={{ username: shop.username, product: card.id }}
      className={classes.card}
    >
      <ProductPhoto photo={card.photo} size="thumb" alt="" eager={eager} />
      <Text size="sm" lineClamp={2} mt="xs" className={`stagedoor-breaks ${classes.title}`}>
        {card.title}
      </Text>
      <Group gap="xs" mt={4}>
        <Text fw="bold">{formatMoney(card.price, shop.currency)}</Text>
        <StockBadge of={card.available} />
      </Group>
    </LinkArea>
  )
}
