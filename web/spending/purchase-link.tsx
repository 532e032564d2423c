import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import type { PurchaseRow } from './purchases.ts'

/** A purchase by what was bought first; its code tells it from others. */
export function PurchaseLink({ purchase }: { purchase: PurchaseRow }) {
  const { id } = useAccount()
  const titles = purchase.items.map(({ title }) => title).join(', ')
  return (
    <LinkAnchor
      to="/dashboard/$account/spending/purchases/$purchase"
      params={{ account: id, purchase: purchase.id }}
      fw={600}
      size="sm"
      c="bright"
      lineClamp={2}
      className="stagedoor-breaks"
    >
      {titles || purchase.code}
    </LinkAnchor>
  )
}
