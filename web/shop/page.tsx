import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AccountAvatar } from '../shell/account-avatar.tsx'
import { ShopFrame } from './frame.tsx'
import { Gone } from './gone.tsx'
import { MessageShop } from './message-shop.tsx'
import { OwnNote } from './own-note.tsx'
import { usePresentAddress } from './present-address.ts'
import { Shelf, ShelfSkeleton } from './shelf.tsx'
import { type Shop, shopOf } from './shops.ts'
import { type Buyers, useBuyers } from './use-buyers.ts'

const route = getRouteApi('/shops/$username')

/** What a shop has on sale, for whoever passes. */
export function ShopPage() {
  const { username } = route.useParams()
  const { data, error, refetch } = useQuery(shopOf(username))
  const buyers = useBuyers(data?.id)
  usePresentAddress(username, data?.username)
  if (!data && error) return <Gone problem={error} retry={refetch} />
  return (
    <ShopFrame title={data?.name ?? `@${username}`} buyers={buyers}>
      {data ? <Shown shop={data} buyers={buyers} /> : <Coming username={username} />}
    </ShopFrame>
  )
}

function Shown({ shop, buyers }: { shop: Shop; buyers: Buyers }) {
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
        <MessageShop search={{ shop: shop.username }} buyers={buyers} />
      </Group>
      {own && <OwnNote own={own} />}
      <Shelf shop={shop} filters={filters} isOwn={own !== undefined} />
    </>
  )
}

const Coming = ({ username }: { username: string }) => (
  <>
    <Title order={1}>@{username}</Title>
    <ShelfSkeleton />
  </>
)
