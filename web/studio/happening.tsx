import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AuctionDialog, type Auctioned } from './auction-dialog.tsx'
import { AuctionNow } from './auction-now.tsx'
import { AuctionResult } from './auction-result.tsx'
import { GiveawayNow } from './giveaway-now.tsx'
import { auctionsOf, giveawaysOf } from './queries.ts'
import classes from './studio.module.css'
import type { StudioState } from './use-studio.ts'

/** What is going on: the auction that runs, or how the last one ended; and the giveaway. */
export function Happening({ studio: { show, of } }: { studio: StudioState }) {
  const auctions = useQuery(auctionsOf(of)).data?.items ?? []
  // A rehearsal's are told and cannot be asked for.
  const giveaways = useQuery({ ...giveawaysOf(of), enabled: !show.rehearsal }).data?.items ?? []
  const [read, setRead] = useState<string>()
  const [again, setAgain] = useState<Auctioned>()
  const [latest] = auctions
  const [giveaway] = giveaways
  return (
    <>
      {latest?.state === 'running' && <AuctionNow auction={latest} />}
      {latest && latest.state !== 'running' && latest.id !== read && show.onAir && (
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
        <GiveawayNow giveaway={giveaway} close={() => setRead(giveaway.id)} />
      )}
      {again && (
        <AuctionDialog of={of} currency={show.currency} item={again} close={() => setAgain(undefined)} />
      )}
    </>
  )
}
