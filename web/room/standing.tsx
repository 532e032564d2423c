import { Badge, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconTrophy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import type { Account } from '../shell/session.ts'
import card from './card.module.css'
import type { Auction } from './queries.ts'
import type { Stand } from './use-present-auction.ts'
import { useWatched } from './watched.ts'

type Given = { auction: Auction; stand: Stand; leader: Account | undefined; max: number | undefined }

/** Who leads; and to those who bid, how they stand. */
export function Standing({ auction, stand, leader, max }: Given) {
  const { t } = useTranslation('live')
  const { buyers } = useWatched().buyers
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
        {stand === 'leads' && max !== undefined && ` · ${t('auction.max', { max: money(max, currency) })}`}
      </Text>
      <Text size="xs" c="dimmed" visibleFrom="md">
        {suddenDeath
          ? t('auction.sudden')
          : counterSeconds > 0 && t('auction.counter', { count: counterSeconds })}
      </Text>
    </>
  )
}
