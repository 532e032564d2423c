import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../i18n/money.ts'
import { AuctionTimeLeft, LastSeconds } from '../../watch/auction-time-left.tsx'
import classes from '../broadcast/studio.module.css'
import type { StudioAuction } from '../broadcast/studio-queries.ts'

/** The running auction, with the same countdown that bidders see. */
export function RunningAuction({ auction }: { auction: StudioAuction }) {
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
              ? t('auction.noBid', { price: formatMoney(startingBid, currency) })
              : t('auction.leads', { price: formatMoney(price, currency), name: leaderName ?? '' })}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              t('auction.bids', { count: bids }),
              suddenDeath ? t('auction.sudden') : t('auction.counterNow', { count: counterSeconds }),
            ].join(' · ')}
          </Text>
        </Stack>
        <AuctionTimeLeft endsAt={auction.endsAt} />
      </Group>
    </section>
  )
}
