import { accountRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activity/routes.ts'
import type { House } from './door/route.ts'
import { identityRoutes } from './identity/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { cancellationRoutes } from './orders/cancellation-routes.ts'
import type { Till } from './orders/settling.ts'
import { paymentRoutes } from './payments/routes.ts'
import { shopRoutes } from './shops/routes.ts'
import { cartRoutes } from './spending/cart-routes.ts'
import { purchaseRoutes } from './spending/routes.ts'
import { teamRoutes } from './team/routes.ts'
import { makeTill } from './till.ts'

/** Everything that there is to call, area by area. */
export const routes = (house: House, till: Till = makeTill(house.database, house.config)) => [
  ...identityRoutes(house),
  ...accountRoutes(house),
  ...teamRoutes(house),
  ...activityRoutes(),
  ...inventoryRoutes(),
  ...cancellationRoutes(till),
  ...paymentRoutes(till.provider),
  ...cartRoutes(),
  ...purchaseRoutes(house, till),
  ...shopRoutes(),
]
