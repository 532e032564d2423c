import { upload } from '../door/route.ts'
import { taskRoutes } from '../door/task-routes.ts'
import { TaskView } from '../door/tasks.ts'
import { importKind, startImport } from './importing.ts'
import { Preview, preview } from './preview.ts'
import { readSheet } from './sheet.ts'

const permission = 'inventory.manage'
const path = '/accounts/:account/products/imports'
const file = { takes: ['text/csv'], longest: 20_000_000 }

export const importRoutes = () => [
  upload({
    path: '/accounts/:account/products/imports/preview',
    permission,
    summary: 'What importing a CSV file would do, row by row',
    ...file,
    output: Preview,
    receive: (bytes) => readSheet(bytes),
    handle: ({ db, actor, received }) => preview(db, actor, received),
  }),
  upload({
    path,
    permission,
    status: 201,
    summary: 'Import products from a CSV file',
    ...file,
    output: TaskView,
    receive: (bytes) => readSheet(bytes),
    handle: ({ db, actor, received }) => startImport(db, actor, received),
  }),
  ...taskRoutes(path, importKind),
]
