import { Grid, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MessageShopButton } from '../shop/message-shop-button.tsx'
import type { BuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { ShowCover } from '../shows/show-cover.tsx'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { BackLink, LinkAnchor } from '../ui/links.tsx'
import { useShowEvents } from '../watch/show-connection.ts'
import type { PublicShow } from '../watch/watch-queries.ts'
import { LineupPreview } from './lineup-preview.tsx'
import { OwnShowNote } from './own-show-note.tsx'
import { PublicSection } from './public-section.tsx'
import { PublicShowStatus } from './public-show-status.tsx'

type Given = { show: PublicShow; buyers: BuyerAccounts }

/** A show that is not live: its time, its products and reminders, or the note that it is over. */
export function ShowAnnouncement({ show, buyers }: Given) {
  const { t } = useTranslation('explore')
  const { own } = buyers
  // A live event announces the start, and this page becomes the live room.
  useShowEvents(show.id)
  return (
    <>
      <BackLink to="/shows">{t('all')}</BackLink>
      {own && <OwnShowNote own={own} show={show.id} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ShowCover cover={show.cover} size="url" eager />
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
            <PublicShowStatus show={show} />
            <Group>
              <MessageShopButton search={{ shop: show.shop.username, show: show.id }} buyers={buyers} />
            </Group>
          </Stack>
        </Grid.Col>
      </Grid>
      {show.description && (
        <PublicSection title={t('description')}>
          <Text className="stagedoor-breaks stagedoor-lines" maw="var(--stagedoor-reading)">
            {show.description}
          </Text>
        </PublicSection>
      )}
      {show.status === 'scheduled' && <LineupPreview show={show} />}
    </>
  )
}

function Shop({ show: { account, shop } }: { show: PublicShow }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <AccountAvatar account={{ id: account, name: shop.name }} />
      <LinkAnchor to="/shops/$username" params={{ username: shop.username }} className="stagedoor-breaks">
        {shop.name}
      </LinkAnchor>
    </Group>
  )
}
