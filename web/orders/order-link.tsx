import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { OrderSummary } from './order-queries.ts'

const shared = { fw: 600, size: 'sm', c: 'bright', className: 'stagedoor-breaks' } as const

/** A link to an order. Its text is the title of the first item and the order's code. */
export function OrderLink({ order }: { order: OrderSummary }) {
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/orders/$order"
      params={{ account: id, order: order.id }}
      lineClamp={2}
      {...shared}
    >
      {order.title || order.code}
    </LinkAnchor>
  )
}
