import { definedParams, searchText } from '../../data/search-params.ts'

/** The parameters of a new message's address: the shop, and the subject. */
export type NewMessageParams = { shop?: string; product?: string; order?: string; show?: string }

export const readNewMessageParams = (given: Record<string, unknown>): NewMessageParams =>
  definedParams({
    shop: searchText(given.shop),
    product: searchText(given.product),
    order: searchText(given.order),
    show: searchText(given.show),
  })
