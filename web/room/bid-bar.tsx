import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import type { Account } from '../shell/session.ts'
import { BidDialog } from './bid-dialog.tsx'
import { BidNote } from './bid-note.tsx'
import { As, ForBuyer } from './bidder.tsx'
import card from './card.module.css'
import type { Auction } from './queries.ts'
import { ReadyDialog } from './ready-dialog.tsx'
import { isLacking, useBidding } from './use-bidding.ts'
import type { Stand } from './use-present-auction.ts'
import { useRest } from './use-rest.ts'

type Given = { auction: Auction; stand: Stand; max: number | undefined }

export const BidBar = (given: Given) => (
  <ForBuyer signIn="bidder.signIn">{(buyer) => <Bidding key={buyer.id} {...given} buyer={buyer} />}</ForBuyer>
)

/** One press for the least that can be bid; the other button for all else. */
function Bidding({ auction, stand, max, buyer }: Given & { buyer: Account }) {
  const { t } = useTranslation('live')
  const { bidding, bid } = useBidding(auction, buyer)
  const [isOpen, setOpen] = useState(false)
  const isOver = useRest(auction.endsAt) === 0
  const leads = stand === 'leads'
  const least = money(auction.minimum, auction.currency)
  return (
    <Stack gap="xs">
      <As />
      <BidNote auction={auction} stand={stand} bidding={bidding} />
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="md" disabled={isOver} onClick={() => setOpen(true)}>
          {t(leads ? 'bid.raise' : 'bid.other')}
        </Button>
        {/* It stays where it is, and with the keyboard's focus, when its owner leads and when they are outbid. */}
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
      {isLacking(bidding.error) && <ReadyDialog buyer={buyer} close={bidding.reset} />}
    </Stack>
  )
}
