import { route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import {
  findShop,
  findShopProduct,
  listShopProducts,
  Shop,
  ShopProduct,
  ShopProductPage,
  ShopQuery,
} from './shop.ts'

const open = 'because shops are public'
/** Visitors see the same, whether or not they are signed in. */
const scope = () => ({ as: 'public' }) as const

export const shopRoutes = () => [
  route({
    method: 'GET',
    path: '/shops/:username',
    open,
    scope,
    summary: 'A shop by its current or a former username',
    output: Shop,
    handle: ({ db, params }) => findShop(db, params.username),
  }),
  route({
    method: 'GET',
    path: '/shops/:username/products',
    open,
    scope,
    summary: 'The products on sale in a shop, the latest first',
    input: ShopQuery,
    output: PageOf(ShopProduct),
    handle: ({ db, params, input }) => listShopProducts(db, params.username, input),
  }),
  route({
    method: 'GET',
    path: '/shops/:username/products/:product',
    open,
    scope,
    summary: 'A product on sale, with its photos',
    output: ShopProductPage,
    handle: ({ db, params }) => findShopProduct(db, params.username, params.product),
  }),
]
