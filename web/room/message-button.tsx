import { MessageShop } from '../shop/message-shop.tsx'
import { useWatched } from './watched.ts'

/** For what is not for everybody's eyes: writes to the shop about the show. */
export function MessageButton(small: { hiddenFrom?: 'md'; visibleFrom?: 'md' }) {
  const { show, buyers } = useWatched()
  return (
    <MessageShop search={{ shop: show.shop.username, show: show.id }} buyers={buyers} isSaid small={small} />
  )
}
