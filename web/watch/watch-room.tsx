import { Stack } from '@mantine/core'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { SkipLink } from '../ui/skip-link.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { AuctionCard } from './auction-card.tsx'
import { GiveawayCard } from './giveaway-card.tsx'
import { LivePicture } from './live-picture.tsx'
import { ShowChat } from './show-chat.tsx'
import { useShowEvents } from './show-connection.ts'
import { ShowProductsColumn } from './show-products.tsx'
import { useDarkMode } from './use-dark-mode.ts'
import classes from './watch.module.css'
import { WatchContext } from './watch-context.ts'
import { WatchHeader } from './watch-header.tsx'
import type { PublicShow } from './watch-queries.ts'

/** The live page of a show, for visitors whether or not they are signed in. */
export function WatchRoom({ show }: { show: PublicShow }) {
  useDarkMode()
  const isAway = useShowEvents(show.id)
  const buyers = useBuyerAccounts(show.account)
  usePageTitle(show.title, show.shop.name)
  return (
    <WatchContext.Provider value={{ show, buyers }}>
      <SkipLink />
      <div className={classes.room} data-room>
        <WatchHeader isAway={isAway} />
        <main id="main" tabIndex={-1} className={classes.stage}>
          <LivePicture />
          <Stack gap="xs" className={classes.sale}>
            <GiveawayCard />
            <AuctionCard />
          </Stack>
          <ShowProductsColumn />
          <ShowChat />
        </main>
      </div>
    </WatchContext.Provider>
  )
}
