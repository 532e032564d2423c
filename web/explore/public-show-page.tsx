import { AspectRatio, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { ShopFrame } from '../shop/shop-frame.tsx'
import { useBuyerAccounts } from '../shop/use-buyer-accounts.ts'
import { usePublicShow } from '../watch/show-connection.ts'
import { WatchRoom } from '../watch/watch-room.tsx'
import { ShowAnnouncement } from './show-announcement.tsx'
import { ShowNotFound } from './show-not-found.tsx'

const route = getRouteApi('/shows/$show')

/** A show at its public address: announced, live or over. */
export function PublicShowPage() {
  const { show: id } = route.useParams()
  const { data: show, error, refetch } = usePublicShow(id)
  const buyers = useBuyerAccounts(show?.account)
  if (!show && error) return <ShowNotFound problem={error} retry={refetch} />
  if (show?.state === 'live' || show?.state === 'stopped') return <WatchRoom key={id} show={show} />
  return (
    <ShopFrame title={show ? `${show.title} · ${show.shop.name}` : ''} buyers={buyers}>
      {show ? <ShowAnnouncement key={id} show={show} buyers={buyers} /> : <Coming />}
    </ShopFrame>
  )
}

const Coming = () => (
  <AspectRatio ratio={16 / 9} aria-busy>
    <Skeleton />
  </AspectRatio>
)
