import { Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import { BidBar } from './bid-bar.tsx'
import card from './card.module.css'
import { LastSeconds, TimeLeft } from './last-seconds.tsx'
import { Outcome } from './outcome.tsx'
import type { Auction } from './queries.ts'
import { Standing } from './standing.tsx'
import { usePresentAuction, useStand } from './use-present-auction.ts'

/** What is being sold to whoever bids most, and bidding. */
export function AuctionCard() {
  const { t } = useTranslation('live')
  const auction = usePresentAuction()
  if (!auction) {
    return (
      <Text size="sm" c="dimmed" visibleFrom="md">
        {t('auction.quiet')}
      </Text>
    )
  }
  return (
    <Paper
      component="section"
      aria-label={`${t('auction.title')}: ${auction.title}`}
      className={card.card}
      key={auction.id}
    >
      {auction.state === 'running' ? <Running auction={auction} /> : <Outcome auction={auction} />}
    </Paper>
  )
}

function Running({ auction }: { auction: Auction }) {
  const { t } = useTranslation('live')
  const standing = useStand(auction)
  const { title, photo, price, startingBid, currency, endsAt } = auction
  return (
    <Stack gap="xs">
      <LastSeconds endsAt={endsAt} />
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Thumb src={photo?.thumb ?? null} />
        <div className={card.title}>
          <Text fw={600} lineClamp={1} className="stagedoor-breaks">
            {title}
          </Text>
          <Standing auction={auction} {...standing} />
        </div>
        <div className={card.figures}>
          <TimeLeft endsAt={endsAt} />
          <Text size="xs" c="dimmed">
            {t(price === null ? 'auction.starts' : 'auction.price')}
          </Text>
          <Text key={price} fz="h2" fw={650} lh={1.2} className={card.turned}>
            {money(price ?? startingBid, currency)}
          </Text>
        </div>
      </Group>
      <BidBar auction={auction} {...standing} />
    </Stack>
  )
}
