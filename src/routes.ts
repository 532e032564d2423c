import { accessEnded } from './access-ended.ts'
import { accountRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activity/routes.ts'
import { auctionRoutes, biddingRoutes } from './auctions/routes.ts'
import { isRunning, blocksDeletion as openAuctions } from './auctions/running.ts'
import { chatRoutes } from './chat/routes.ts'
import { tellTeam } from './chat/writing.ts'
import type { House } from './door/route.ts'
import { identityRoutes } from './identity/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { buyerMessageRoutes } from './messages/buyer-routes.ts'
import { teamMessageRoutes } from './messages/routes.ts'
import { needRoutes } from './needs/routes.ts'
import { cancellationRoutes } from './orders/cancellation-routes.ts'
import { blocksDeletion as openTrade } from './orders/deletion.ts'
import { orderRoutes } from './orders/routes.ts'
import type { Till } from './orders/settling.ts'
import { paymentRoutes } from './payments/routes.ts'
import { blocksDeletion as openMoney } from './payouts/payouts.ts'
import { payoutRoutes } from './payouts/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { shopRoutes } from './shops/routes.ts'
import { blocksDeletion as openShows } from './shows/ending.ts'
import { publicShowRoutes } from './shows/public-routes.ts'
import { showRoutes } from './shows/routes.ts'
import { stageRoutes } from './shows/stage-routes.ts'
import { cartRoutes } from './spending/cart-routes.ts'
import { purchaseRoutes } from './spending/routes.ts'
import { teamRoutes } from './team/routes.ts'
import type { Relay } from './video/relay.ts'

/** Everything that there is to call, area by area. */
export const routes = (house: House, till: Till, relay: Relay) => [
  ...identityRoutes(house),
  ...accountRoutes(house, {
    // An auction becomes an order: looked at before the orders, it is found as the one or as the other.
    blocksDeletion: async (tx, account) => [
      ...(await openShows(tx, account)),
      ...(await openAuctions(tx, account)),
      ...(await openTrade(tx, account)),
      ...(await openMoney(tx, account)),
    ],
  }),
  ...teamRoutes(house, { accessEnded }),
  ...activityRoutes(),
  ...inventoryRoutes(house),
  ...orderRoutes(till),
  ...cancellationRoutes(till),
  ...paymentRoutes(house, till.provider),
  ...payoutRoutes(house, till.provider),
  ...reportRoutes(),
  ...cartRoutes(),
  ...purchaseRoutes(house, till),
  ...shopRoutes(),
  ...showRoutes(house),
  ...stageRoutes(house, relay, isRunning, (tx, account, show, by) =>
    tellTeam(tx, account, show, 'emergency', by),
  ),
  ...publicShowRoutes(house, relay),
  ...chatRoutes(),
  ...auctionRoutes(),
  ...biddingRoutes(house, till),
  ...teamMessageRoutes(house.files),
  ...buyerMessageRoutes(house.files),
  ...needRoutes(),
]
