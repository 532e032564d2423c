import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { Product } from './product-queries.ts'

export function ProductLink({ product }: { product: Product }) {
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/inventory/$product"
      params={{ account: id, product: product.id }}
      fw={600}
      size="sm"
      c="bright"
      className="stagedoor-breaks"
    >
      {product.title}
    </LinkAnchor>
  )
}
