import { z } from 'zod'
import { route, type Services } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { taskRoutes } from '../tasks/routes.ts'
import { TaskView } from '../tasks/tasks.ts'
import { BulkEdit, bulkEditTask, startBulkEdit } from './bulk-edit.ts'
import { listProducts, ProductQuery, productCategories } from './list-products.ts'
import { photoRoutes } from './photo-routes.ts'
import { NewProduct, Product, ProductChange } from './product.ts'
import {
  archiveProduct,
  createProduct,
  editProduct,
  findProduct,
  findProductRow,
  restoreProduct,
} from './products.ts'
import {
  listStockMovements,
  moveStock,
  NewStockMovement,
  StockMovement,
  StockMovementQuery,
} from './stock-movements.ts'

const permission = 'inventory.manage'
const all = '/accounts/:account/products'
const one = '/accounts/:account/products/:product'
const tasks = '/accounts/:account/products/tasks'

export const inventoryRoutes = ({ files }: Pick<Services, 'files'>) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The products, the latest first',
    input: ProductQuery,
    output: PageOf(Product),
    handle: ({ db, actor, input }) => listProducts(db, actor, input),
  }),
  route({
    method: 'POST',
    path: all,
    permission,
    status: 201,
    summary: 'Create a product',
    input: NewProduct,
    output: Product,
    handle: ({ db, actor, input }) => createProduct(db, actor, input),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/products/categories',
    permission,
    summary: 'The categories of the products',
    output: PageOf(z.object({ name: z.string() })),
    handle: ({ db, actor }) => productCategories(db, actor),
  }),
  route({
    method: 'POST',
    path: tasks,
    permission,
    status: 201,
    summary: 'Change many products at once',
    input: BulkEdit,
    output: TaskView,
    handle: ({ db, actor, input }) => startBulkEdit(db, actor, input),
  }),
  ...taskRoutes(tasks, bulkEditTask),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'A product',
    output: Product,
    handle: ({ db, actor, params }) => findProduct(db, actor, params.product),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Edit a product',
    input: ProductChange,
    output: Product,
    handle: ({ db, actor, input, params }) => editProduct(db, actor, params.product, input),
  }),
  route({
    method: 'POST',
    path: `${one}/archive`,
    permission,
    summary: 'Archive a product',
    output: Product,
    handle: ({ db, actor, params }) => archiveProduct(db, actor, params.product),
  }),
  route({
    method: 'POST',
    path: `${one}/restore`,
    permission,
    summary: 'Restore an archived product',
    output: Product,
    handle: ({ db, actor, params }) => restoreProduct(db, actor, params.product),
  }),
  ...photoRoutes(files),
  route({
    method: 'GET',
    path: `${one}/movements`,
    permission,
    summary: 'A product’s stock movements, the latest first',
    input: StockMovementQuery,
    output: PageOf(StockMovement),
    handle: async ({ db, actor, input, params }) => {
      const product = await findProductRow(db, actor, params.product)
      return listStockMovements(db, actor, product.id, input)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/movements`,
    permission,
    status: 201,
    summary: 'Add a stock movement',
    input: NewStockMovement,
    output: z.object({ movement: StockMovement, product: Product }),
    handle: async ({ db, actor, input, params }) => {
      const before = await findProductRow(db, actor, params.product)
      const movement = await moveStock(db, actor, before, input)
      return { movement, product: await findProduct(db, actor, before.id) }
    },
  }),
]
