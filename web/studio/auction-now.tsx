import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { LastSeconds, TimeLeft } from '../room/last-seconds.tsx'
import type { Auction } from './queries.ts'
import classes from './studio.module.css'

/** The auction that runs, counted down as its bidders see it. */
export function AuctionNow({ auction }: { auction: Auction }) {
  const { t } = useTranslation('studio')
  const { title, price, startingBid, currency, leaderName, bids, suddenDeath, counterSeconds } = auction
  return (
    <section aria-label={t('auction.running', { title })} className={classes.happening}>
      <LastSeconds endsAt={auction.endsAt} />
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Stack gap={0} miw={0}>
          <Text size="sm" c="dimmed" truncate>
            {title}
          </Text>
          <Text fw="bold" role="status">
            {price === null
              ? t('auction.noBid', { price: money(startingBid, currency) })
              : t('auction.leads', { price: money(price, currency), name: leaderName ?? '' })}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              t('auction.bids', { count: bids }),
              suddenDeath ? t('auction.sudden') : t('auction.counterNow', { count: counterSeconds }),
            ].join(' · ')}
          </Text>
        </Stack>
        <TimeLeft endsAt={auction.endsAt} />
      </Group>
    </section>
  )
}
