import { linkOptions } from '@tanstack/react-router'
import type { About } from './side.ts'

/* Where each of the two sides finds what a message is about. */

/** The seller's own page of it. */
export function sellersPage({ kind, id }: About, account: string) {
  if (kind === 'order')
    return linkOptions({ to: '/dashboard/$account/orders/$order', params: { account, order: id } })
  if (kind === 'show')
    return linkOptions({ to: '/dashboard/$account/shows/$show', params: { account, show: id } })
  return linkOptions({ to: '/dashboard/$account/inventory/$product', params: { account, product: id } })
}

/** @param username of the shop; without it, its products are nowhere */
export function buyersPage({ kind, id }: About, account: string, username: string | undefined) {
  if (kind === 'order')
    return linkOptions({
      to: '/dashboard/$account/spending/purchases/$purchase',
      params: { account, purchase: id },
    })
  if (kind === 'show') return linkOptions({ to: '/shows/$show', params: { show: id } })
  if (!username) return undefined
  return linkOptions({ to: '/shops/$username/products/$product', params: { username, product: id } })
}
