/**
 * What a checkout is for, as its address says it: some of one product of a shop, a shop's part of the cart, or
 * once more what was bought before.
 */
export type Ordering = { shop?: string; product?: string; quantity?: number; seller?: string; again?: string }

export function readOrdering(search: Record<string, unknown>): Ordering {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const [again, seller] = [text(search.again), text(search.seller)]
  if (again) return { again }
  if (seller) return { seller }
  const [shop, product] = [text(search.shop), text(search.product)]
  if (!shop || !product) return {}
  const quantity = Math.trunc(Number(search.quantity))
  return { shop, product, quantity: quantity >= 1 && quantity <= 999 ? quantity : 1 }
}
