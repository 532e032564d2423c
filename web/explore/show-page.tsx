import { AspectRatio, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useShow } from '../room/live.ts'
import { Room } from '../room/room.tsx'
import { ShopFrame } from '../shop/frame.tsx'
import { useBuyers } from '../shop/use-buyers.ts'
import { Announced } from './announced.tsx'
import { Gone } from './gone.tsx'

const route = getRouteApi('/shows/$show')

/** A show by its address: announced, on the air, or over. */
export function PublicShowPage() {
  const { show: id } = route.useParams()
  const { data: show, error, refetch } = useShow(id)
  const buyers = useBuyers(show?.account)
  if (!show && error) return <Gone problem={error} retry={refetch} />
  if (show?.state === 'live' || show?.state === 'stopped') return <Room key={id} show={show} />
  return (
    <ShopFrame title={show ? `${show.title} · ${show.shop.name}` : ''} buyers={buyers}>
      {show ? <Announced key={id} show={show} buyers={buyers} /> : <Coming />}
    </ShopFrame>
  )
}

const Coming = () => (
  <AspectRatio ratio={16 / 9} aria-busy>
    <Skeleton />
  </AspectRatio>
)
