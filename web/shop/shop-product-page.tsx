import { Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { BuyBox } from './buy-box.tsx'
import { MessageShopButton } from './message-shop-button.tsx'
import { OwnShopNote } from './own-shop-note.tsx'
import { PhotoGallery } from './photo-gallery.tsx'
import { ShopFrame } from './shop-frame.tsx'
import { type ShopProduct, shopProductQuery } from './shop-queries.ts'
import { StockBadge } from './stock-badge.tsx'
import { type BuyerAccounts, useBuyerAccounts } from './use-buyer-accounts.ts'
import { useCanonicalUsername } from './use-canonical-username.ts'

const route = getRouteApi('/shops/$username/products/$product')

/** The public page of one product, where it can be bought. */
export function ShopProductPage() {
  const { username, product } = route.useParams()
  const { data } = useSuspenseQuery(shopProductQuery(username, product))
  const buyers = useBuyerAccounts(data.shop.id)
  useCanonicalUsername(username, data.shop.username)
  return (
    <ShopFrame title={`${data.title} · ${data.shop.name}`} buyers={buyers}>
      <Shown product={data} buyers={buyers} />
    </ShopFrame>
  )
}

function Shown({ product, buyers }: { product: ShopProduct; buyers: BuyerAccounts }) {
  const { t } = useTranslation('shop')
  return (
    <>
      <BackToShop shop={product.shop} />
      {buyers.own && <OwnShopNote own={buyers.own} product={product.id} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'lg', md: 'xl' }}>
        <PhotoGallery key={product.id} product={product} />
        <Stack gap="md">
          <Title order={1} className="stagedoor-breaks">
            {product.title}
          </Title>
          <Text fz="h1" fw="bold" lh={1}>
            {formatMoney(product.price, product.shop.currency)}
          </Text>
          <Group gap="xs">
            <Badge>{t(`conditions.${product.condition}`)}</Badge>
            <StockBadge of={product.available} always />
          </Group>
          <BuyBox key={product.id} product={product} buyers={buyers} />
          <Group>
            <MessageShopButton
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

function BackToShop({ shop }: { shop: ShopProduct['shop'] }) {
  return (
    <LinkAnchor to="/shops/$username" params={{ username: shop.username }} size="sm">
      <Group component="span" gap={4} display="inline-flex">
        <IconArrowLeft size="1rem" aria-hidden />
        {shop.name}
      </Group>
    </LinkAnchor>
  )
}

function MoreOf({ product: { shop, category } }: { product: ShopProduct }) {
  const { t } = useTranslation('shop')
  return (
    <LinkAnchor to="/shops/$username" params={{ username: shop.username }} search={{ category }} size="sm">
      {t('moreOf', { category })}
    </LinkAnchor>
  )
}
