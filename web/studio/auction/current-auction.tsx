import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import classes from '../broadcast/studio.module.css'
import { studioAuctionsQuery, studioGiveawaysQuery } from '../broadcast/studio-queries.ts'
import type { StudioState } from '../broadcast/use-studio.ts'
import { AuctionResult } from './auction-result.tsx'
import { CurrentGiveaway } from './current-giveaway.tsx'
import { RunningAuction } from './running-auction.tsx'
import { type AuctionItem, StartAuctionDialog } from './start-auction-dialog.tsx'

/** The running auction or the result of the last one, and the giveaway. */
export function CurrentAuction({ studio: { show, of } }: { studio: StudioState }) {
  const auctions = useQuery(studioAuctionsQuery(of)).data?.items ?? []
  // Giveaways of a rehearsal arrive by live events and cannot be fetched.
  const giveaways = useQuery({ ...studioGiveawaysQuery(of), enabled: !show.rehearsal }).data?.items ?? []
  const [read, setRead] = useState<string>()
  const [again, setAgain] = useState<AuctionItem>()
  const [latest] = auctions
  const [giveaway] = giveaways
  return (
    <>
      {latest?.status === 'running' && <RunningAuction auction={latest} />}
      {latest && latest.status !== 'running' && latest.id !== read && show.onAir && (
        <div className={classes.happening}>
          <AuctionResult
            auction={latest}
            show={show}
            of={of}
            again={setAgain}
            close={() => setRead(latest.id)}
          />
        </div>
      )}
      {giveaway && giveaway.id !== read && show.onAir && (
        <CurrentGiveaway giveaway={giveaway} close={() => setRead(giveaway.id)} />
      )}
      {again && (
        <StartAuctionDialog of={of} currency={show.currency} item={again} close={() => setAgain(undefined)} />
      )}
    </>
  )
}
