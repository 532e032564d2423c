import { Button, Group, NativeSelect, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cartQuery } from '../cart/cart-queries.ts'
import { callApi } from '../data/api.ts'
import { shopKeys } from '../data/query-keys.ts'
import type { Account } from '../session/me-queries.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { ShopProduct } from './shop-queries.ts'
import type { BuyerAccounts } from './use-buyer-accounts.ts'

type Given = { product: ShopProduct; buyers: BuyerAccounts; buyer: Account }

/** The quantity, the account that buys, and two buttons: buy now, or add to the cart. */
export function BuyForm({ product, buyers, buyer }: Given) {
  const { t } = useTranslation('shop')
  const [quantity, setQuantity] = useState('1')
  const counts = Array.from({ length: product.available }, (_, index) => String(index + 1))
  // The stock may have fallen below the chosen quantity.
  const wanted = counts.includes(quantity) ? quantity : '1'
  const add = useAdd(product)
  const search = { shop: product.shop.username, product: product.id, quantity: Number(wanted) }
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('buy.quantity')}
          data={counts}
          value={wanted}
          onChange={({ currentTarget }) => setQuantity(currentTarget.value)}
        />
        {buyers.buyers.length > 1 && <For buyers={buyers} buyer={buyer} />}
      </Group>
      {buyers.buyers.length === 1 && <Text size="sm">{t('buy.asOne', { account: buyer.name })}</Text>}
      <Group gap="sm">
        <LinkButton
          to="/dashboard/$account/spending/checkout"
          params={{ account: buyer.id }}
          search={search}
          size="md"
          flex="1 0 auto"
        >
          {t('buy.now')}
        </LinkButton>
        <Button
          variant="default"
          size="md"
          flex="1 0 auto"
          loading={add.isPending}
          onClick={() => add.mutate({ buyer, quantity: Number(wanted) })}
        >
          {t('buy.cart')}
        </Button>
      </Group>
      <ProblemAlert problem={add.error} />
      {add.isSuccess && <Added account={add.variables.buyer} />}
    </Stack>
  )
}

/** The account that buys. With several, one is chosen, so that nobody buys for the wrong one. */
function For({ buyers: { buyers, choose }, buyer }: Omit<Given, 'product'>) {
  const { t } = useTranslation('shop')
  return (
    <Select
      flex="1 1 var(--stagedoor-column)"
      maw="var(--stagedoor-menu)"
      label={t('buy.as')}
      data={buyers.map(({ id, name }) => ({ value: id, label: name }))}
      value={buyer.id}
      onChange={(id) => id && choose(id)}
    />
  )
}

function useAdd({ id: product, shop }: ShopProduct) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ buyer, quantity }: { buyer: Account; quantity: number }) =>
      callApi('POST /accounts/:account/cart', {
        params: { account: buyer.id },
        input: { seller: shop.id, product, quantity },
      }),
    onSuccess: (cart, { buyer }) => queries.setQueryData(cartQuery(buyer.id).queryKey, cart),
    // If it could not be added, it has been sold.
    onError: () => queries.invalidateQueries({ queryKey: shopKeys.product(shop.username, product) }),
  })
}

function Added({ account: { id, name } }: { account: Account }) {
  const { t } = useTranslation('shop')
  return (
    <Text size="sm" role="status">
      {t('buy.added', { account: name })}{' '}
      <LinkAnchor to="/dashboard/$account/spending/cart" params={{ account: id }} underline="always">
        {t('buy.openCart')}
      </LinkAnchor>
    </Text>
  )
}
