import { accountRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activity/routes.ts'
import type { House } from './door/route.ts'
import { identityRoutes } from './identity/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { teamRoutes } from './team/routes.ts'

/** Everything that there is to call, area by area. */
export const routes = (house: House) => [
  ...identityRoutes(house),
  ...accountRoutes(house),
  ...teamRoutes(house),
  ...activityRoutes(),
  ...inventoryRoutes(),
]
