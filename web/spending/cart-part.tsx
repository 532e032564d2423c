import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor, LinkButton } from '../shell/links.tsx'
import { type CartShop, isMissing, subtotal } from './cart.ts'
import { CartLine } from './cart-line.tsx'
import { useCart } from './use-cart.ts'

/** A shop's part of the cart: it is bought by itself, with a shipping of its own. */
export function CartPart({ shop }: { shop: CartShop }) {
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
  const isBlocked = shop.items.some(isMissing)
  return (
    <Group justify="space-between" pt="md" className="stagedoor-sum">
      <Stack gap={0}>
        <Text fw={600}>{t('cart.sum', { amount: money(subtotal(shop), shop.currency) })}</Text>
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
