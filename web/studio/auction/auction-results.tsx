import { Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Show } from '../../shows/show-queries.ts'
import { type ShowRef, studioAuctionsQuery } from '../broadcast/studio-queries.ts'
import { AuctionResult } from './auction-result.tsx'
import type { AuctionItem } from './start-auction-dialog.tsx'

/** The show's past auctions, the latest first. */
export function AuctionResults({
  show,
  of,
  again,
}: {
  show: Show
  of: ShowRef
  again: (item: AuctionItem) => void
}) {
  const { t } = useTranslation('studio')
  const id = useId()
  const { data } = useQuery(studioAuctionsQuery(of))
  const over = data?.items.filter(({ status }) => status !== 'running') ?? []
  if (over.length === 0) return null
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={2} id={id}>
        {t('result.title')}
      </Title>
      <ul className="stagedoor-rows">
        {over.map((auction) => (
          <li key={auction.id}>
            <AuctionResult auction={auction} show={show} of={of} again={again} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}
