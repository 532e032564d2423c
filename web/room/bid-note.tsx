import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { money } from '../money.ts'
import { useProblemText } from '../shell/problem-alert.tsx'
import type { Auction } from './queries.ts'
import { type Bid, isLacking, type Placed } from './use-bidding.ts'
import type { Stand } from './use-present-auction.ts'

type Given = { auction: Auction; stand: Stand; bidding: UseMutationResult<Placed, Error, Bid> }

/** What came of the last bid, where the buttons do not say it. */
export function BidNote({ auction, stand, bidding: { data, error } }: Given) {
  const { t } = useTranslation('live')
  const words = useProblemText()
  const amount = (minor: number) => money(minor, auction.currency)
  if (error && !isLacking(error)) return <Refused text={refusal(error)} />
  if (data && !data.leading && stand === 'outbid' && data.price === auction.price)
    return (
      <Text size="sm" role="status">
        {t('bid.beaten', { price: amount(data.price) })}
      </Text>
    )
  return null

  function refusal(problem: Error): string {
    const more = problem instanceof Problem ? problem.more : undefined
    if (more?.code === 'bid_too_low') return t('bid.overtaken', { minimum: amount(Number(more.minimum)) })
    if (more?.code === 'auction_over') return t('bid.over')
    return words(problem)
  }
}

const Refused = ({ text }: { text: string }) => (
  <Alert role="alert" color="red" p="xs" icon={<IconAlertTriangle aria-hidden />}>
    {text}
  </Alert>
)
