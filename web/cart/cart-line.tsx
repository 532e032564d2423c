import { ActionIcon, Badge, Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxPublicStock } from '../../src/inventory/vocabulary.ts'
import { maxPurchaseQuantity } from '../../src/spending/vocabulary.ts'
import { formatMoney } from '../i18n/money.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { type CartItem, type CartShop, isShortOfStock } from './cart-queries.ts'
import type { useCart } from './use-cart.ts'

type Given = { shop: CartShop; item: CartItem; cart: ReturnType<typeof useCart> }

export function CartLine({ shop, item, cart }: Given) {
  const { t } = useTranslation('spending')
  const { product, title, price, quantity } = item
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      <Thumbnail src={item.thumb} />
      <Stack gap="xs" flex={1} miw={0}>
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <LinkAnchor
            to="/shops/$username/products/$product"
            params={{ username: shop.username, product }}
            size="sm"
            fw={600}
            c="bright"
            className="stagedoor-breaks"
          >
            {title}
          </LinkAnchor>
          <Text size="sm" fw={600} className="stagedoor-whole">
            {formatMoney(price * quantity, shop.currency)}
          </Text>
        </Group>
        <Group gap="xs">
          <Missing item={item} take={(quantity) => cart.change.mutate({ product, quantity })} />
          {item.available > 0 && (
            <Quantity item={item} change={(quantity) => cart.change.mutate({ product, quantity })} />
          )}
          {quantity > 1 && (
            <Text size="sm" c="dimmed">
              × {formatMoney(price, shop.currency)}
            </Text>
          )}
          <ActionIcon
            ml="auto"
            aria-label={t('cart.remove', { title })}
            loading={cart.remove.isPending && cart.remove.variables.product === product}
            onClick={() => cart.remove.mutate(item)}
          >
            <IconTrash size="1.125rem" aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Group>
  )
}

/** Says why the item cannot be bought as it is, and offers a way out. */
function Missing({ item, take }: { item: CartItem; take: (quantity: number) => void }) {
  const { t } = useTranslation('spending')
  if (!isShortOfStock(item)) return null
  const count = item.available
  if (count === 0) return <Badge color="red">{t('cart.soldOut')}</Badge>
  return (
    <>
      <Badge color="amber">{t('cart.onlyLeft', { count })}</Badge>
      <Button size="compact-sm" variant="default" onClick={() => take(count)}>
        {t('cart.take', { count })}
      </Button>
    </>
  )
}

/** Sends the typed quantity after a short pause. A quantity that the cart gets otherwise replaces it. */
function Quantity({ item, change }: { item: CartItem; change: (quantity: number) => void }) {
  const { t } = useTranslation('spending')
  const [value, setValue] = useState<number | string>(item.quantity)
  useEffect(() => setValue(item.quantity), [item.quantity])
  const later = useDebouncedCallback(change, 400)
  return (
    <NumberInput
      w="var(--stagedoor-affix)"
      size="xs"
      aria-label={t('cart.quantity', { title: item.title })}
      min={1}
      max={item.available < maxPublicStock ? Math.max(item.available, item.quantity) : maxPurchaseQuantity}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={(next) => {
        setValue(next)
        if (typeof next === 'number' && next > 0) later(next)
      }}
      onBlur={() => value === '' && setValue(item.quantity)}
    />
  )
}
