import { Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Show } from '../shows/shows.ts'
import type { Auctioned } from './auction-dialog.tsx'
import { AuctionResult } from './auction-result.tsx'
import { auctionsOf, type Of } from './queries.ts'

/** What was auctioned so far, the latest first. */
export function Results({ show, of, again }: { show: Show; of: Of; again: (item: Auctioned) => void }) {
  const { t } = useTranslation('studio')
  const id = useId()
  const { data } = useQuery(auctionsOf(of))
  const over = data?.items.filter(({ state }) => state !== 'running') ?? []
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
