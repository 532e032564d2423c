import { linkOptions } from '@tanstack/react-router'
import type { MessageSubject } from '../conversation-api.ts'

/* Where each side finds the subject of a message. */

/** The seller's own page of the subject. */
export function sellerSubjectLink({ kind, id }: MessageSubject, account: string) {
  if (kind === 'order')
    return linkOptions({ to: '/dashboard/$account/orders/$order', params: { account, order: id } })
  if (kind === 'show')
    return linkOptions({ to: '/dashboard/$account/shows/$show', params: { account, show: id } })
  return linkOptions({ to: '/dashboard/$account/inventory/$product', params: { account, product: id } })
}

/** @param username of the shop; without it, there is no page for its products */
export function buyerSubjectLink(
  { kind, id }: MessageSubject,
  account: string,
  username: string | undefined,
) {
  if (kind === 'order')
    return linkOptions({
      to: '/dashboard/$account/spending/purchases/$purchase',
      params: { account, purchase: id },
    })
  if (kind === 'show') return linkOptions({ to: '/shows/$show', params: { show: id } })
  if (!username) return undefined
  return linkOptions({ to: '/shops/$username/products/$product', params: { username, product: id } })
}
