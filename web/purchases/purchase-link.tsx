import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { PurchaseSummary } from './purchase-queries.ts'

/** A link to a purchase. Its text is the title of the first item and the order's code. */
export function PurchaseLink({ purchase }: { purchase: PurchaseSummary }) {
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
