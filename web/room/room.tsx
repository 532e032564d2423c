import { Stack } from '@mantine/core'
import { SkipLink } from '../shell/skip-link.tsx'
import { useTitle } from '../shell/title.ts'
import { useBuyers } from '../shop/use-buyers.ts'
import { AuctionCard } from './auction.tsx'
import { Chat } from './chat.tsx'
import { useDark } from './dark.ts'
import { GiveawayCard } from './giveaway.tsx'
import { Head } from './head.tsx'
import { useRoom, useShow } from './live.ts'
import { Picture } from './picture.tsx'
import { ProductsColumn } from './products.tsx'
import type { Show } from './queries.ts'
import classes from './room.module.css'
import { WatchedContext } from './watched.ts'

/** A show while it is on, to whoever watches: signed in or not, buying or not. */
export function Room({ show: given }: { show: Show }) {
  useDark()
  const isAway = useRoom(given.id)
  const { data: show = given } = useShow(given.id)
  const buyers = useBuyers(show.account)
  useTitle(show.title, show.shop.name)
  return (
    <WatchedContext.Provider value={{ show, buyers }}>
      <SkipLink />
      <div className={classes.room} data-room>
        <Head isAway={isAway} />
        <main id="main" tabIndex={-1} className={classes.stage}>
          <Picture />
          <Stack gap="xs" className={classes.sale}>
            <GiveawayCard />
            <AuctionCard />
          </Stack>
          <ProductsColumn />
          <Chat />
        </main>
      </div>
    </WatchedContext.Provider>
  )
}
