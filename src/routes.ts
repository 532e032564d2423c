import { accountRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activity/routes.ts'
import type { House } from './door/route.ts'
import { identityRoutes } from './identity/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { cancellationRoutes } from './orders/cancellation-routes.ts'
import { blocksDeletion as openTrade } from './orders/deletion.ts'
import { orderRoutes } from './orders/routes.ts'
import type { Till } from './orders/settling.ts'
import { paymentRoutes } from './payments/routes.ts'
import { blocksDeletion as openMoney } from './payouts/payouts.ts'
import { payoutRoutes } from './payouts/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { shopRoutes } from './shops/routes.ts'
import { cartRoutes } from './spending/cart-routes.ts'
import { purchaseRoutes } from './spending/routes.ts'
import { teamRoutes } from './team/routes.ts'
import { makeTill } from './till.ts'

/** Everything that there is to call, area by area. */
export const routes = (house: House, till: Till = makeTill(house.database, house.config)) => [
  ...identityRoutes(house),
  ...accountRoutes(house, {
    blocksDeletion: async (tx, account) => [
      ...(await openTrade(tx, account)),
      ...(await openMoney(tx, account)),
    ],
  }),
  ...teamRoutes(house),
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
]
