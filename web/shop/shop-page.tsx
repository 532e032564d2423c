import { Group, Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { MessageShopButton } from './message-shop-button.tsx'
import { OwnShopNote } from './own-shop-note.tsx'
import { ShopFrame } from './shop-frame.tsx'
import { ShopProducts } from './shop-products.tsx'
import { type Shop, shopQuery } from './shop-queries.ts'
import { type BuyerAccounts, useBuyerAccounts } from './use-buyer-accounts.ts'
import { useCanonicalUsername } from './use-canonical-username.ts'

const route = getRouteApi('/shops/$username')

/** The public page of a shop with its products. */
export function ShopPage() {
  const { username } = route.useParams()
  const { data: shop } = useSuspenseQuery(shopQuery(username))
  const buyers = useBuyerAccounts(shop.id)
  useCanonicalUsername(username, shop.username)
  return (
    <ShopFrame title={shop.name} buyers={buyers}>
      <Shown shop={shop} buyers={buyers} />
    </ShopFrame>
  )
}

function Shown({ shop, buyers }: { shop: Shop; buyers: BuyerAccounts }) {
  const filters = route.useSearch()
  const { own } = buyers
  return (
    <>
      <Group gap="md" justify="space-between">
        <Group gap="md" wrap="nowrap" miw={0}>
          <AccountAvatar account={shop} size="lg" />
          <Stack gap={0} miw={0}>
            <Title order={1} className="stagedoor-breaks">
              {shop.name}
            </Title>
            <Text c="dimmed" truncate>
              @{shop.username}
            </Text>
          </Stack>
        </Group>
        <MessageShopButton search={{ shop: shop.username }} buyers={buyers} />
      </Group>
      {own && <OwnShopNote own={own} />}
      <ShopProducts shop={shop} filters={filters} isOwn={own !== undefined} />
    </>
  )
}
