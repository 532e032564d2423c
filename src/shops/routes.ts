import { route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as shops from './shops.ts'

const open = 'because a shop’s window is for whoever passes'
/** Signed in or not: everybody is shown the same. */
const scope = () => ({ as: 'public' }) as const

export const shopRoutes = () => [
  route({
    method: 'GET',
    path: '/shops/:username',
    open,
    scope,
    summary: 'A shop, by its present or a former username',
    output: shops.Shop,
    handle: ({ db, params }) => shops.open(db, params.username as string),
  }),
  route({
    method: 'GET',
    path: '/shops/:username/products',
    open,
    scope,
    summary: 'What is on sale in a shop, the latest first',
    input: shops.ShopQuery,
    output: Page(shops.ShopProduct),
    handle: ({ db, params, input }) => shops.shelf(db, params.username as string, input),
  }),
  route({
    method: 'GET',
    path: '/shops/:username/products/:product',
    open,
    scope,
    summary: 'A product on sale, with its photos',
    output: shops.ShopProductPage,
    handle: ({ db, params }) => shops.find(db, params.username as string, params.product as string),
  }),
]
