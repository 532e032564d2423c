import { downloadRoute, uploadRoute } from '../../http/route.ts'
import { maxFileBytes } from '../../platform/vocabulary.ts'
import { taskRoutes } from '../../tasks/routes.ts'
import { TaskView } from '../../tasks/tasks.ts'
import { ProductFilter } from '../list-products.ts'
import { exportProducts } from './export-products.ts'
import { readProductCsv } from './import-csv.ts'
import { ImportPreview, previewImport } from './import-preview.ts'
import { productImportTask, startProductImport } from './import-products.ts'

const permission = 'inventory.manage'
const path = '/accounts/:account/products/imports'
const file = { takes: ['text/csv'], maxBytes: maxFileBytes }

export const productCsvRoutes = () => [
  downloadRoute({
    path: '/accounts/:account/products.csv',
    permission,
    summary: 'The products as CSV, which can be imported again',
    input: ProductFilter,
    type: 'text/csv; charset=utf-8',
    file: 'products.csv',
    write: ({ withAccess, input }) => exportProducts(withAccess, input),
  }),
  uploadRoute({
    path: '/accounts/:account/products/imports/preview',
    permission,
    summary: 'What importing a CSV file would do, row by row',
    ...file,
    output: ImportPreview,
    receive: (bytes) => readProductCsv(bytes),
    handle: ({ db, actor, received }) => previewImport(db, actor, received),
  }),
  uploadRoute({
    path,
    permission,
    status: 201,
    summary: 'Import products from a CSV file',
    ...file,
    output: TaskView,
    receive: (bytes) => readProductCsv(bytes),
    handle: ({ db, actor, received }) => startProductImport(db, actor, received),
  }),
  ...taskRoutes(path, productImportTask),
]
