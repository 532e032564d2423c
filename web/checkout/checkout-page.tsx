import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingCart } from '@tabler/icons-react'
import { type ErrorComponentProps, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNotFound } from '../data/api.ts'
import { BackToSpending } from '../layout/back-to-spending.tsx'
import { PageError } from '../layout/page-error.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { CheckoutForm } from './checkout-form.tsx'
import { ProductNotOnSale } from './checkout-problem.tsx'
import { useCheckout } from './use-checkout.ts'

const route = getRouteApi('/dashboard/$account/spending/checkout')

export function CheckoutPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  const checkout = useCheckout(route.useSearch())
  const { basket } = checkout
  return (
    <Stack gap="lg">
      <BackToSpending to="cart" />
      <PageHeader
        title={t('checkout.title')}
        {...(basket && { lead: t('checkout.lead', { account: name, shop: basket.shop }) })}
      />
      {basket ? <CheckoutForm checkout={checkout} basket={basket} /> : <Nothing />}
    </Stack>
  )
}

/** Shown instead of the page, also if its address leads to something that is not, or no longer, on sale. */
export function CheckoutError({ error }: ErrorComponentProps) {
  const { t } = useTranslation('spending')
  if (!isNotFound(error)) return <PageError error={error} />
  return (
    <Stack gap="lg">
      <BackToSpending to="cart" />
      <PageHeader title={t('checkout.title')} />
      <ProductNotOnSale />
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
