import { Badge, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { Available } from './available.tsx'
import { BuyBox } from './buy-box.tsx'
import { ShopFrame } from './frame.tsx'
import { Gallery } from './gallery.tsx'
import { Gone } from './gone.tsx'
import { MessageShop } from './message-shop.tsx'
import { OwnNote } from './own-note.tsx'
import { usePresentAddress } from './present-address.ts'
import classes from './shop.module.css'
import { type Product, productOf } from './shops.ts'
import { type Buyers, useBuyers } from './use-buyers.ts'

const route = getRouteApi('/shops/$username/products/$product')

/** One thing on sale, and the way to buying it. */
export function ShopProductPage() {
  const { username, product } = route.useParams()
  const { data, error, refetch } = useQuery(productOf(username, product))
  const buyers = useBuyers(data?.shop.id)
  usePresentAddress(username, data?.shop.username)
  if (!data && error) return <Gone problem={error} retry={refetch} shop={username} />
  const title = data ? `${data.title} · ${data.shop.name}` : `@${username}`
  return (
    <ShopFrame title={title} buyers={buyers}>
      {data ? <Shown product={data} buyers={buyers} /> : <Coming username={username} />}
    </ShopFrame>
  )
}

function Shown({ product, buyers }: { product: Product; buyers: Buyers }) {
  const { t } = useTranslation('shop')
  return (
    <>
      <BackToShop shop={product.shop} />
      {buyers.own && <OwnNote own={buyers.own} product={product.id} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'lg', md: 'xl' }}>
        <Gallery key={product.id} product={product} />
        <Stack gap="md">
          <Title order={1} className="stagedoor-breaks">
            {product.title}
          </Title>
          <Text fz="h1" fw="bold" lh={1}>
            {money(product.price, product.shop.currency)}
          </Text>
          <Group gap="xs">
            <Badge>{t(`conditions.${product.condition}`)}</Badge>
            <Available of={product.available} always />
          </Group>
          <BuyBox key={product.id} product={product} buyers={buyers} />
          <Group>
            <MessageShop
              search={{ shop: product.shop.username, product: product.id }}
              buyers={buyers}
              isSaid={product.available > 0}
            />
          </Group>
          {product.description && (
            <Stack gap="xs" component="section" aria-label={t('description')}>
              <Title order={2}>{t('description')}</Title>
              <Text className="stagedoor-breaks stagedoor-lines" maw="var(--stagedoor-reading)">
                {product.description}
              </Text>
            </Stack>
          )}
          {product.category && <MoreOf product={product} />}
        </Stack>
      </SimpleGrid>
    </>
  )
}

function BackToShop({ shop }: { shop: Product['shop'] }) {
  return (
    <LinkAnchor to="/shops/$username" params={{ username: shop.username }} size="sm">
      <Group component="span" gap={4} display="inline-flex">
        <IconArrowLeft size="1rem" aria-hidden />
        {shop.name}
      </Group>
    </LinkAnchor>
  )
}

function MoreOf({ product: { shop, category } }: { product: Product }) {
  const { t } = useTranslation('shop')
  return (
    <LinkAnchor to="/shops/$username" params={{ username: shop.username }} search={{ category }} size="sm">
      {t('moreOf', { category })}
    </LinkAnchor>
  )
}

const Coming = ({ username }: { username: string }) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" aria-busy>
    <Skeleton h="auto" className={classes.square} />
    <Stack>
      <Title order={1}>@{username}</Title>
      <Skeleton h="xl" />
      <Skeleton h="xl" w="40%" />
    </Stack>
  </SimpleGrid>
)
