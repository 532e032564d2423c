import { Alert, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'
import { BuyForm } from './buy-form.tsx'
import type { ShopProduct } from './shop-queries.ts'
import type { BuyerAccounts } from './use-buyer-accounts.ts'

/** The form for buying, or the reason why the visitor cannot buy. */
export function BuyBox({ product, buyers }: { product: ShopProduct; buyers: BuyerAccounts }) {
  const { known, isSignedIn, own, buyer } = buyers
  if (product.available === 0) return <SoldOut product={product} />
  if (!known) return <Skeleton h="var(--stagedoor-row)" />
  if (!isSignedIn) return <SignInFirst />
  if (buyer) return <BuyForm product={product} buyers={buyers} buyer={buyer} />
  return own?.role === 'owner' ? null : <Missing />
}

function SoldOut({ product: { shop } }: { product: ShopProduct }) {
  const { t } = useTranslation('shop')
  return (
    <Text size="sm">
      {t('buy.soldOut')}{' '}
      <LinkAnchor to="/shops/$username" params={{ username: shop.username }} underline="always">
        {t('buy.more')}
      </LinkAnchor>
    </Text>
  )
}

function SignInFirst() {
  const { t } = useTranslation('shop')
  const next = useLocation({ select: ({ href }) => href })
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <LinkButton to="/sign-in" search={{ next }} size="md" flex="1 0 auto">
          {t('buy.now')}
        </LinkButton>
        <LinkButton to="/sign-in" search={{ next }} size="md" variant="default" flex="1 0 auto">
          {t('buy.cart')}
        </LinkButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('buy.signIn')}
      </Text>
    </Stack>
  )
}

function Missing() {
  const { t } = useTranslation('shop')
  const { name, can } = permissions['money.spend']
  return (
    <Alert color="gray" title={t('missing.title')}>
      {t('missing.text', { permission: name[currentLanguage()], can: can[currentLanguage()] })}
    </Alert>
  )
}
