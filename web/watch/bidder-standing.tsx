import { Badge, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconTrophy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import type { Account } from '../session/me-queries.ts'
import type { StandingState } from './use-current-auction.ts'
import card from './watch-card.module.css'
import { useWatchContext } from './watch-context.ts'
import type { PublicAuction } from './watch-queries.ts'

type Given = {
  auction: PublicAuction
  stand: StandingState
  leader: Account | undefined
  max: number | undefined
}

/** The leader of the auction; for bidders, whether they lead or are outbid. */
export function BidderStanding({ auction, stand, leader, max }: Given) {
  const { t } = useTranslation('watch')
  const { buyers } = useWatchContext().buyers
  const { bids, leaderName, currency, suddenDeath, counterSeconds } = auction
  return (
    <>
      <Group gap="xs" role="status" key={stand} className={card.turned}>
        {stand === 'leads' && (
          <Badge
            size="lg"
            color="amber"
            variant="filled"
            c="dark.9"
            leftSection={<IconTrophy size="1rem" aria-hidden />}
          >
            {leader && buyers.length > 1
              ? t('auction.youLeadAs', { account: leader.name })
              : t('auction.youLead')}
          </Badge>
        )}
        {stand === 'outbid' && (
          <Badge
            size="lg"
            color="red"
            variant="filled"
            leftSection={<IconAlertTriangle size="1rem" aria-hidden />}
          >
            {t('auction.outbid')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" className="stagedoor-breaks" lineClamp={2}>
        {leaderName && stand !== 'leads' && `${t('auction.leads', { name: leaderName })} · `}
        {bids > 0 ? t('auction.bids', { count: bids }) : t('auction.noBids')}
        {stand === 'leads' &&
          max !== undefined &&
          ` · ${t('auction.max', { max: formatMoney(max, currency) })}`}
      </Text>
      <Text size="xs" c="dimmed" visibleFrom="md">
        {suddenDeath
          ? t('auction.sudden')
          : counterSeconds > 0 && t('auction.counter', { count: counterSeconds })}
      </Text>
    </>
  )
}
