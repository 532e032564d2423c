import { Grid, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRoom } from '../room/live.ts'
import type { Show } from '../room/queries.ts'
import { AccountAvatar } from '../shell/account-avatar.tsx'
import { LinkAnchor, LinkBack } from '../shell/links.tsx'
import { MessageShop } from '../shop/message-shop.tsx'
import type { Buyers } from '../shop/use-buyers.ts'
import { Cover } from '../shows/cover.tsx'
import { OwnNote } from './own-note.tsx'
import { Products } from './products.tsx'
import { Shelf } from './shelf.tsx'
import { State } from './state.tsx'

type Given = { show: Show; buyers: Buyers }

/** A show that is not on the air: when it is, what it sells, and how not to miss it; or that it is over. */
export function Announced({ show, buyers }: Given) {
  const { t } = useTranslation('explore')
  const { own } = buyers
  // It says when it begins, and this page becomes the room.
  useRoom(show.id)
  return (
    <>
      <LinkBack to="/shows">{t('all')}</LinkBack>
      {own && <OwnNote own={own} show={show.id} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Cover cover={show.cover} size="url" eager />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <Title order={1} className="stagedoor-breaks">
              {show.title}
            </Title>
            <Shop show={show} />
            {show.category && (
              <LinkAnchor to="/shows" search={{ category: show.category }} size="sm">
                {show.category}
              </LinkAnchor>
            )}
            <State show={show} />
            <Group>
              <MessageShop search={{ shop: show.shop.username, show: show.id }} buyers={buyers} />
            </Group>
          </Stack>
        </Grid.Col>
      </Grid>
      {show.description && (
        <Shelf title={t('description')}>
          <Text className="stagedoor-breaks stagedoor-lines" maw="var(--stagedoor-reading)">
            {show.description}
          </Text>
        </Shelf>
      )}
      {show.state === 'scheduled' && <Products show={show} />}
    </>
  )
}

function Shop({ show: { account, shop } }: { show: Show }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <AccountAvatar account={{ id: account, name: shop.name }} />
      <LinkAnchor to="/shops/$username" params={{ username: shop.username }} className="stagedoor-breaks">
        {shop.name}
      </LinkAnchor>
    </Group>
  )
}
