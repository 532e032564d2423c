import { Group, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { LinkArea } from '../shell/links.tsx'
import { Available } from './available.tsx'
import { Picture } from './picture.tsx'
import classes from './shop.module.css'
import type { Card, Shop } from './shops.ts'

/** How many stand in the first rows, and are not waited with. */
const atOnce = 4

export function Cards({ shop, cards }: { shop: Shop; cards: Card[] }) {
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

function Shown({ shop, card, eager }: { shop: Shop; card: Card; eager: boolean }) {
  return (
    <LinkArea
      to="/shops/$username/products/$product"
      params={{ username: shop.username, product: card.id }}
      className={classes.card}
    >
      <Picture photo={card.photo} size="thumb" alt="" eager={eager} />
      <Text size="sm" lineClamp={2} mt="xs" className={`stagedoor-breaks ${classes.title}`}>
        {card.title}
      </Text>
      <Group gap="xs" mt={4}>
        <Text fw="bold">{money(card.price, shop.currency)}</Text>
        <Available of={card.available} />
      </Group>
    </LinkArea>
  )
}
