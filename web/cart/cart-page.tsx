import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingCart } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { cartQuery } from './cart-queries.ts'
import { CartShopSection } from './cart-shop-section.tsx'

export function CartPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  return (
    <Stack gap="lg">
      <PageHeader title={t('tabs.cart')} lead={t('cart.lead', { account: name })} />
      <QueryBoundary rows={3}>
        <Parts />
      </QueryBoundary>
    </Stack>
  )
}

function Parts() {
  const { id } = useAccount()
  const { data } = useSuspenseQuery(cartQuery(id))
  if (data.items.length === 0) return <Empty />
  return data.items.map((shop) => <CartShopSection key={shop.seller} shop={shop} />)
}

function Empty() {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <EmptyState
      py="xl"
      icon={<IconShoppingCart aria-hidden />}
      title={t('cart.empty')}
      description={t('cart.emptyText')}
    >
      <EmptyState.Actions>
        <LinkButton to="/dashboard/$account/spending" params={{ account: id }} variant="default">
          {t('toPurchases')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}
