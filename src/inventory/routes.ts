import { z } from 'zod'
import { route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as products from './products.ts'
import { Product } from './products.ts'
import * as stock from './stock.ts'

const permission = 'inventory.manage'
const one = '/accounts/:account/products/:product'

export const inventoryRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/products',
    permission,
    summary: 'The products, the latest first',
    input: products.ProductQuery,
    output: Page(Product),
    handle: ({ db, actor, input }) => products.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/products',
    permission,
    status: 201,
    summary: 'Create a product',
    input: products.NewProduct,
    output: Product,
    handle: ({ db, actor, input }) => products.create(db, actor, input),
  }),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'A product',
    output: Product,
    handle: ({ db, actor, params }) => products.find(db, actor, params.product as string),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Edit a product',
    input: products.ProductChange,
    output: Product,
    handle: ({ db, actor, input, params }) => products.edit(db, actor, params.product as string, input),
  }),
  route({
    method: 'POST',
    path: `${one}/archive`,
    permission,
    summary: 'Archive a product',
    output: Product,
    handle: ({ db, actor, params }) => products.archive(db, actor, params.product as string),
  }),
  route({
    method: 'POST',
    path: `${one}/restore`,
    permission,
    summary: 'Take a product out of the archive',
    output: Product,
    handle: ({ db, actor, params }) => products.restore(db, actor, params.product as string),
  }),
  route({
    method: 'GET',
    path: `${one}/movements`,
    permission,
    summary: 'The ledger of a product’s stock, the latest first',
    input: stock.MovementQuery,
    output: Page(stock.Movement),
    handle: async ({ db, actor, input, params }) => {
      const product = await products.find(db, actor, params.product as string)
      return stock.list(db, actor, product.id, input)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/movements`,
    permission,
    status: 201,
    summary: 'Move stock',
    input: stock.NewMovement,
    output: z.object({ movement: stock.Movement, product: Product }),
    handle: async ({ db, actor, input, params }) => {
      const before = await products.find(db, actor, params.product as string)
      const movement = await stock.move(db, actor, before, input)
      return { movement, product: await products.find(db, actor, before.id) }
    },
  }),
]
