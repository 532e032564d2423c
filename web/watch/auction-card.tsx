import { Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { AuctionOutcome } from './auction-outcome.tsx'
import { AuctionTimeLeft, LastSeconds } from './auction-time-left.tsx'
import { BidBar } from './bid-bar.tsx'
import { BidderStanding } from './bidder-standing.tsx'
import { useCurrentAuction, useStanding } from './use-current-auction.ts'
import card from './watch-card.module.css'
import type { PublicAuction } from './watch-queries.ts'

/** The running auction, with the controls for bidding. */
export function AuctionCard() {
  const { t } = useTranslation('watch')
  const auction = useCurrentAuction()
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
      {auction.status === 'running' ? <Running auction={auction} /> : <AuctionOutcome auction={auction} />}
    </Paper>
  )
}

function Running({ auction }: { auction: PublicAuction }) {
  const { t } = useTranslation('watch')
  const standing = useStanding(auction)
  const { title, photo, price, startingBid, currency, endsAt } = auction
  return (
    <Stack gap="xs">
      <LastSeconds endsAt={endsAt} />
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Thumbnail src={photo?.thumb ?? null} />
        <div className={card.title}>
          <Text fw={600} lineClamp={1} className="stagedoor-breaks">
            {title}
          </Text>
          <BidderStanding auction={auction} {...standing} />
        </div>
        <div className={card.figures}>
          <AuctionTimeLeft endsAt={endsAt} />
          <Text size="xs" c="dimmed">
            {t(price === null ? 'auction.starts' : 'auction.price')}
          </Text>
          <Text key={price} fz="h2" fw={650} lh={1.2} className={card.turned}>
            {formatMoney(price ?? startingBid, currency)}
          </Text>
        </div>
      </Group>
      <BidBar auction={auction} {...standing} />
    </Stack>
  )
}
