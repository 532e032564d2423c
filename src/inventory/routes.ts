import { z } from 'zod'
import { download, type House, route } from '../door/route.ts'
import { taskRoutes } from '../door/task-routes.ts'
import { TaskView } from '../door/tasks.ts'
import { Page } from '../ground/page.ts'
import * as bulk from './bulk.ts'
import { exportCsv } from './exporting.ts'
import { importRoutes } from './import-routes.ts'
import * as listing from './listing.ts'
import { photoRoutes } from './photo-routes.ts'
import { NewProduct, Product, ProductChange } from './product.ts'
import * as products from './products.ts'
import * as stock from './stock.ts'

const permission = 'inventory.manage'
const all = '/accounts/:account/products'
const one = '/accounts/:account/products/:product'
const tasks = '/accounts/:account/products/tasks'

export const inventoryRoutes = ({ files }: Pick<House, 'files'>) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The products, the latest first',
    input: listing.ProductQuery,
    output: Page(Product),
    handle: ({ db, actor, input }) => listing.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    summary: 'Create a product',
    input: NewProduct,
    output: Product,
    handle: ({ db, actor, input }) => products.create(db, actor, input),
  }),
  download({
    path: `${all}.csv`,
    permission,
    summary: 'The products as CSV, which an import takes back',
    input: listing.ProductFilter,
    type: 'text/csv; charset=utf-8',
    file: 'products.csv',
    write: ({ again, input }) => exportCsv(again, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/products/categories',
    permission,
    summary: 'The categories of the products',
    output: Page(z.object({ name: z.string() })),
    handle: ({ db, actor }) => listing.categories(db, actor),
  }),
  route({
    method: 'POST',
    path: tasks,
    permission,
    status: 201,
    summary: 'Change many products at once',
    input: bulk.BulkEdit,
    output: TaskView,
    handle: ({ db, actor, input }) => bulk.startBulk(db, actor, input),
  }),
  ...taskRoutes(tasks, bulk.bulkKind),
  ...importRoutes(),
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
    input: ProductChange,
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
  ...photoRoutes(files),
  route({
    method: 'GET',
    path: `${one}/movements`,
    permission,
    summary: 'The ledger of a product’s stock, the latest first',
    input: stock.MovementQuery,
    output: Page(stock.Movement),
    handle: async ({ db, actor, input, params }) => {
      const product = await products.row(db, actor, params.product as string)
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
      const before = await products.row(db, actor, params.product as string)
      const movement = await stock.move(db, actor, before, input)
      return { movement, product: await products.find(db, actor, before.id) }
    },
  }),
]
