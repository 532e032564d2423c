import { Group, Text } from '@mantine/core'
import { IconGavel, IconTrophy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { LinkButton } from '../ui/links.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import card from './watch-card.module.css'
import { useOwnBuyer, useWatchContext } from './watch-context.ts'
import type { PublicAuction } from './watch-queries.ts'

/** The result of an auction for all viewers; for the winner, with a link to the order. */
export function AuctionOutcome({ auction }: { auction: PublicAuction }) {
  const { t } = useTranslation('watch')
  const { buyers } = useWatchContext().buyers
  const winner = useOwnBuyer()(auction.status === 'sold' ? auction.leader : null)
  const { title, price, currency, photo } = auction
  const words = { title, price: formatMoney(price ?? 0, currency) }
  const Icon = winner ? IconTrophy : IconGavel
  return (
    <Group gap="sm" className={card.turned}>
      <Thumbnail src={photo?.thumb ?? null} />
      <div className={card.outcome} role="status">
        <Group gap={6} wrap="nowrap" {...(winner && { c: 'amber.3' })}>
          <Icon size="1.25rem" aria-hidden className="stagedoor-whole" />
          <Text fw={650} className="stagedoor-breaks">
            {winner
              ? buyers.length > 1
                ? t('auction.wonAs', { account: winner.name })
                : t('auction.won')
              : auction.status === 'sold'
                ? t('auction.sold', { name: auction.leaderName ?? '' })
                : t('auction.unsold')}
          </Text>
        </Group>
        <Text size="sm" className="stagedoor-breaks">
          {auction.status === 'unsold'
            ? t('auction.unsoldText', words)
            : t(winner ? 'auction.wonFor' : 'auction.soldFor', words)}
        </Text>
      </div>
      {winner && (
        <LinkButton
          to="/dashboard/$account/spending"
          params={{ account: winner.id }}
          variant="default"
          size="compact-md"
          className="stagedoor-whole"
        >
          {t('auction.toPurchases')}
        </LinkButton>
      )}
    </Group>
  )
}
