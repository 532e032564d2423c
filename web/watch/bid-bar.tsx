import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import type { Account } from '../session/me-queries.ts'
import { BidDialog } from './bid-dialog.tsx'
import { BidNote } from './bid-note.tsx'
import { BiddingSetupDialog } from './bidding-setup-dialog.tsx'
import { BuyerAccountSelect, RequireBuyer } from './require-buyer.tsx'
import { useCountdown } from './use-countdown.ts'
import type { StandingState } from './use-current-auction.ts'
import { isBidderNotReady, usePlaceBid } from './use-place-bid.ts'
import card from './watch-card.module.css'
import type { PublicAuction } from './watch-queries.ts'

type Given = { auction: PublicAuction; stand: StandingState; max: number | undefined }

export const BidBar = (given: Given) => (
  <RequireBuyer signIn="bidder.signIn">
    {(buyer) => <Bidding key={buyer.id} {...given} buyer={buyer} />}
  </RequireBuyer>
)

/** A button for the lowest possible bid, and another one for all other bids. */
function Bidding({ auction, stand, max, buyer }: Given & { buyer: Account }) {
  const { t } = useTranslation('watch')
  const { bidding, bid } = usePlaceBid(auction, buyer)
  const [isOpen, setOpen] = useState(false)
  const isOver = useCountdown(auction.endsAt) === 0
  const leads = stand === 'leads'
  const least = formatMoney(auction.minimum, auction.currency)
  return (
    <Stack gap="xs">
      <BuyerAccountSelect />
      <BidNote auction={auction} stand={stand} bidding={bidding} />
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="md" disabled={isOver} onClick={() => setOpen(true)}>
          {t(leads ? 'bid.raise' : 'bid.other')}
        </Button>
        {/* The button stays in place and keeps the keyboard's focus when the bidder takes or loses the lead. */}
        <Button
          size="md"
          className={card.act}
          disabled={isOver}
          loading={bidding.isPending}
          {...(leads && { 'data-disabled': true, 'aria-disabled': true })}
          onClick={() => !leads && bid({ amount: auction.minimum })}
        >
          {leads ? t('auction.youLead') : t('bid.now', { amount: least })}
        </Button>
      </Group>
      {isOpen && !isOver && (
        <BidDialog auction={auction} buyer={buyer} leads={leads} max={max} close={() => setOpen(false)} />
      )}
      {isBidderNotReady(bidding.error) && <BiddingSetupDialog buyer={buyer} close={bidding.reset} />}
    </Stack>
  )
}
