import type { Permission } from '../../src/permissions.ts'
import { productsQuery } from '../inventory/product-queries.ts'
import { buyerConversationsQuery } from '../messages/buyer/buyer-conversation-queries.ts'
import { inboxCountsQuery } from '../messages/team/inbox-queries.ts'
import { cancellationsQuery, ordersQuery } from '../orders/order-queries.ts'
import { membersQuery } from '../session/members-queries.ts'
import { showsQuery } from '../shows/show-queries.ts'
import { pendingInvitationsQuery } from '../team/invitation-queries.ts'

export const ordersToShipQuery = (account: string) => ordersQuery(account, { status: 'to_ship' })
export const openCancellationsQuery = (account: string) => cancellationsQuery(account, 'open')
export const soldOutProductsQuery = (account: string) => productsQuery(account, { status: 'sold_out' })
export const activeProductsQuery = (account: string) => productsQuery(account, { status: 'active' })
export const liveShowsQuery = (account: string) => showsQuery(account, { status: 'live' })
export const upcomingShowsQuery = (account: string) => showsQuery(account, { status: 'upcoming' })

/** What the home page shows to somebody with these permissions. */
export const homeQueries = (account: string, may: (permission: Permission) => boolean) => [
  liveShowsQuery(account),
  upcomingShowsQuery(account),
  ...(may('orders.fulfill') ? [ordersToShipQuery(account)] : []),
  ...(may('cancellations.resolve') ? [openCancellationsQuery(account)] : []),
  ...(may('messages.reply') ? [inboxCountsQuery(account)] : []),
  ...(may('money.spend') ? [buyerConversationsQuery(account)] : []),
  ...(may('inventory.manage') ? [soldOutProductsQuery(account), activeProductsQuery(account)] : []),
  ...(may('team.manage') ? [pendingInvitationsQuery(account), membersQuery(account)] : []),
]
