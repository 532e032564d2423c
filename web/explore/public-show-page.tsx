import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ShopFrame } from '../shop/shop-frame.tsx'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { publicShowQuery } from '../watch/watch-queries.ts'
import { WatchRoom } from '../watch/watch-room.tsx'
import { ShowAnnouncement } from './show-announcement.tsx'

const route = getRouteApi('/shows/$show')

/** A show at its public address: announced, live or over. */
export function PublicShowPage() {
  const { show: id } = route.useParams()
  const { data: show } = useSuspenseQuery(publicShowQuery(id))
  const buyers = useBuyerAccounts(show.account)
  if (show.status === 'live' || show.status === 'stopped') return <WatchRoom key={id} show={show} />
  return (
    <ShopFrame title={`${show.title} · ${show.shop.name}`} buyers={buyers}>
      <ShowAnnouncement key={id} show={show} buyers={buyers} />
    </ShopFrame>
  )
}
