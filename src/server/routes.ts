import { accountRoutes } from '../accounts/routes.ts'
import { activityRoutes } from '../activity/routes.ts'
import { auctionsBlockingDeletion } from '../auctions/auction-deletion-blocks.ts'
import { auctionRoutes, biddingRoutes } from '../auctions/routes.ts'
import { isAuctionRunning } from '../auctions/start-auction.ts'
import { chatRoutes } from '../chat/routes.ts'
import { writeTeamLine } from '../chat/write-line.ts'
import { giveawayRoutes } from '../giveaways/routes.ts'
import type { Services } from '../http/route.ts'
import { identityRoutes } from '../identity/routes.ts'
import { productCsvRoutes } from '../inventory/csv/routes.ts'
import { inventoryRoutes } from '../inventory/routes.ts'
import { buyerMessageRoutes } from '../messages/buyer/routes.ts'
import { unreadConversations, unreadReplies } from '../messages/message-notifications.ts'
import { teamMessageRoutes } from '../messages/team/routes.ts'
import { notificationRoutes } from '../notifications/routes.ts'
import { cancellationRoutes } from '../orders/cancellation-routes.ts'
import { orderRoutes } from '../orders/routes.ts'
import { ordersBlockingDeletion } from '../orders/sale/deletion-blocks.ts'
import { ordersToShip, requestsToAnswer } from '../orders/sale/order-notifications.ts'
import type { PaymentService } from '../orders/settlement.ts'
import { paymentRoutes } from '../payments/routes.ts'
import { balanceBlockingDeletion } from '../payouts/payouts.ts'
import { payoutRoutes } from '../payouts/routes.ts'
import { reportRoutes } from '../reports/routes.ts'
import { shopRoutes } from '../shops/routes.ts'
import { publicShowRoutes } from '../shows/public-routes.ts'
import { showRoutes } from '../shows/routes.ts'
import { showsBlockingDeletion } from '../shows/show-deletion-blocks.ts'
import { studioRoutes } from '../shows/studio-routes.ts'
import { cartRoutes } from '../spending/cart-routes.ts'
import { purchaseRoutes } from '../spending/routes.ts'
import { teamRoutes } from '../team/routes.ts'
import type { Relay } from '../video/relay.ts'
import { onAccessEnded } from './access-ended.ts'

/** Every route of the API, area by area. */
export const allRoutes = (services: Services, paymentService: PaymentService, relay: Relay) => [
  ...identityRoutes(services),
  ...accountRoutes(services, {
    // An auction becomes an order when it ends. Auctions are counted before orders, so that an auction which ends in
    // between is counted at least once.
    blocksDeletion: async (tx, account) => [
      ...(await showsBlockingDeletion(tx, account)),
      ...(await auctionsBlockingDeletion(tx, account)),
      ...(await ordersBlockingDeletion(tx, account)),
      ...(await balanceBlockingDeletion(tx, account)),
    ],
  }),
  ...teamRoutes(services, { accessEnded: onAccessEnded }),
  ...activityRoutes(),
  ...inventoryRoutes(services),
  ...productCsvRoutes(),
  ...orderRoutes(paymentService),
  ...cancellationRoutes(paymentService),
  ...paymentRoutes(services, paymentService.provider),
  ...payoutRoutes(services, paymentService.provider),
  ...reportRoutes(),
  ...cartRoutes(),
  ...purchaseRoutes(services, paymentService),
  ...shopRoutes(),
  ...showRoutes(services),
  ...studioRoutes(services, relay, isAuctionRunning, (tx, account, show, by) =>
    writeTeamLine(tx, account, show, 'emergency', by),
  ),
  ...publicShowRoutes(services, relay),
  ...chatRoutes(),
  ...auctionRoutes(),
  ...giveawayRoutes(),
  ...biddingRoutes(services, paymentService),
  ...teamMessageRoutes(services.files),
  ...buyerMessageRoutes(services.files),
  ...notificationRoutes({
    messages: unreadConversations,
    replies: unreadReplies,
    cancellations: requestsToAnswer,
    to_ship: ordersToShip,
  }),
]
