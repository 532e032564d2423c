import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingCart } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BackToSpending } from '../layout/back-to-spending.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'
import { CheckoutForm } from './checkout-form.tsx'
import { ProductNotOnSale } from './checkout-problem.tsx'
import { useCheckout } from './use-checkout.ts'

const route = getRouteApi('/dashboard/$account/spending/checkout')

export function CheckoutPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  const checkout = useCheckout(route.useSearch())
  const { basket, isLoading, isEmpty, problem } = checkout
  return (
    <Stack gap="lg">
      <BackToSpending to="cart" />
      <PageHeader
        title={t('checkout.title')}
        {...(basket && { lead: t('checkout.lead', { account: name, shop: basket.shop }) })}
      />
      {isLoading && <RowsSkeleton of={3} />}
      {problem && <ProductNotOnSale problem={problem} />}
      {isEmpty && <Nothing />}
      {basket && <CheckoutForm checkout={checkout} basket={basket} />}
    </Stack>
  )
}

function Nothing() {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <EmptyState
      py="xl"
      icon={<IconShoppingCart aria-hidden />}
      title={t('checkout.empty')}
      description={t('checkout.emptyText')}
    >
      <EmptyState.Actions>
        <LinkButton to="/dashboard/$account/spending" params={{ account: id }}>
          {t('toPurchases')}
        </LinkButton>
        <LinkButton to="/dashboard/$account/spending/cart" params={{ account: id }} variant="default">
          {t('toCart')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}
