import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import type { Product } from './products.ts'

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
