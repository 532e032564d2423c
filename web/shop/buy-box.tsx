import { Alert, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'
import { LinkAnchor, LinkButton } from '../shell/links.tsx'
import { Buying } from './buying.tsx'
import type { Product } from './shops.ts'
import type { Buyers } from './use-buyers.ts'

/** Buying it, for whoever may; else what stands in the way. */
export function BuyBox({ product, buyers }: { product: Product; buyers: Buyers }) {
  const { known, isSignedIn, own, buyer } = buyers
  if (product.available === 0) return <SoldOut product={product} />
  if (!known) return <Skeleton h="var(--stagedoor-row)" />
  if (!isSignedIn) return <SignInFirst />
  if (buyer) return <Buying product={product} buyers={buyers} buyer={buyer} />
  return own?.role === 'owner' ? null : <Missing />
}

function SoldOut({ product: { shop } }: { product: Product }) {
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
      {t('missing.text', { permission: name[language()], can: can[language()] })}
    </Alert>
  )
}
