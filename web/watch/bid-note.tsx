import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { formatMoney } from '../i18n/money.ts'
import { useProblemText } from '../ui/problem-alert.tsx'
import type { StandingState } from './use-current-auction.ts'
import { type BidInput, isBidderNotReady, type PlacedBid } from './use-place-bid.ts'
import type { PublicAuction } from './watch-queries.ts'

type Given = {
  auction: PublicAuction
  stand: StandingState
  bidding: UseMutationResult<PlacedBid, Error, BidInput>
}

/** The result of the last bid, unless the buttons already show it. */
export function BidNote({ auction, stand, bidding: { data, error } }: Given) {
  const { t } = useTranslation('watch')
  const words = useProblemText()
  const amount = (minor: number) => formatMoney(minor, auction.currency)
  if (error && !isBidderNotReady(error)) return <Refused text={refusal(error)} />
  if (data && !data.leading && stand === 'outbid' && data.price === auction.price)
    return (
      <Text size="sm" role="status">
        {t('bid.beaten', { price: amount(data.price) })}
      </Text>
    )
  return null

  function refusal(problem: Error): string {
    const more = problem instanceof ApiProblem ? problem.more : undefined
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
