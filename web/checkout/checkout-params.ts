import { maxPurchaseQuantity } from '../../src/spending/vocabulary.ts'
import { searchText } from '../data/search-params.ts'

/**
 * What a checkout is for, as its address contains it: some of one product, one shop's part of the cart, or a
 * repetition of an earlier purchase.
 */
export type CheckoutParams = {
  shop?: string
  product?: string
  quantity?: number
  seller?: string
  again?: string
}

export function readCheckoutParams(search: Record<string, unknown>): CheckoutParams {
  const [again, seller] = [searchText(search.again), searchText(search.seller)]
  if (again) return { again }
  if (seller) return { seller }
  const [shop, product] = [searchText(search.shop), searchText(search.product)]
  if (!shop || !product) return {}
  const quantity = Math.trunc(Number(search.quantity))
  return { shop, product, quantity: quantity >= 1 && quantity <= maxPurchaseQuantity ? quantity : 1 }
}
