import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'
import { CartLine } from './cart-line.tsx'
import { type CartShop, cartSubtotal, isShortOfStock } from './cart-queries.ts'
import { useCart } from './use-cart.ts'

/** The part of the cart that belongs to one shop. It is bought separately, with its own shipping. */
export function CartShopSection({ shop }: { shop: CartShop }) {
  const title = useId()
  const cart = useCart(shop.seller)
  return (
    <Paper component="section" aria-labelledby={title} p="md">
      <Title order={2} id={title}>
        <LinkAnchor to="/shops/$username" params={{ username: shop.username }} inherit c="bright">
          {shop.name}
        </LinkAnchor>
      </Title>
      <Stack component="ul" gap={0} className="stagedoor-rows">
        {shop.items.map((item) => (
          <CartLine key={item.product} shop={shop} item={item} cart={cart} />
        ))}
      </Stack>
      <End shop={shop} />
    </Paper>
  )
}

function End({ shop }: { shop: CartShop }) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  const isBlocked = shop.items.some(isShortOfStock)
  return (
    <Group justify="space-between" pt="md" className="stagedoor-sum">
      <Stack gap={0}>
        <Text fw={600}>{t('cart.sum', { amount: formatMoney(cartSubtotal(shop), shop.currency) })}</Text>
        <Text size="sm" c="dimmed">
          {t(isBlocked ? 'cart.missing' : 'cart.shipping')}
        </Text>
      </Stack>
      {!isBlocked && (
        <LinkButton
          to="/dashboard/$account/spending/checkout"
          params={{ account: id }}
          search={{ seller: shop.seller }}
          aria-label={t('cart.checkoutAt', { shop: shop.name })}
        >
          {t('cart.checkout')}
        </LinkButton>
      )}
    </Group>
  )
}
