import type { WithAccess } from '../../http/route.ts'
import { byteOrderMark, csvRows } from '../../platform/format/csv.ts'
import { listProducts, type ProductFilterInput } from '../list-products.ts'
import { csvColumns, productCells } from './csv-columns.ts'

const rowsPerBatch = 1000

/**
 * The products that match the filter, as CSV that an import accepts. Each batch passes the gate again, so that the
 * download stops when the reader loses access.
 */
export async function* exportProducts(
  withAccess: WithAccess,
  filter: ProductFilterInput,
): AsyncIterable<string> {
  let head = byteOrderMark + csvRows([[...csvColumns]])
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await withAccess((db, actor) => listProducts(db, actor, { ...filter, after }, rowsPerBatch))
    next = page.next
    yield head + csvRows(page.items.map(productCells))
    head = ''
  }
}
