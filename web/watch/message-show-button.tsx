import { MessageShopButton } from '../shop/message-shop-button.tsx'
import { useWatchContext } from './watch-context.ts'

/** Writes a private message about the show to the shop. */
export function MessageShowButton(small: { hiddenFrom?: 'md'; visibleFrom?: 'md' }) {
  const { show, buyers } = useWatchContext()
  return (
    <MessageShopButton
      search={{ shop: show.shop.username, show: show.id }}
      buyers={buyers}
      isSaid
      small={small}
    />
  )
}
