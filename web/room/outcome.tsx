import { Group, Text } from '@mantine/core'
import { IconGavel, IconTrophy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { LinkButton } from '../shell/links.tsx'
import { Thumb } from '../shell/thumb.tsx'
import card from './card.module.css'
import type { Auction } from './queries.ts'
import { useMine, useWatched } from './watched.ts'

/** How it ended, to all who were there; and to whoever won, where to find it. */
export function Outcome({ auction }: { auction: Auction }) {
  const { t } = useTranslation('live')
  const { buyers } = useWatched().buyers
  const winner = useMine()(auction.state === 'sold' ? auction.leader : null)
  const { title, price, currency, photo } = auction
  const words = { title, price: money(price ?? 0, currency) }
  const Icon = winner ? IconTrophy : IconGavel
  return (
    <Group gap="sm" className={card.turned}>
      <Thumb src={photo?.thumb ?? null} />
      <div className={card.outcome} role="status">
        <Group gap={6} wrap="nowrap" {...(winner && { c: 'amber.3' })}>
          <Icon size="1.25rem" aria-hidden className="stagedoor-whole" />
          <Text fw={650} className="stagedoor-breaks">
            {winner
              ? buyers.length > 1
                ? t('auction.wonAs', { account: winner.name })
                : t('auction.won')
              : auction.state === 'sold'
                ? t('auction.sold', { name: auction.leaderName ?? '' })
                : t('auction.unsold')}
          </Text>
        </Group>
        <Text size="sm" className="stagedoor-breaks">
          {auction.state === 'unsold'
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
