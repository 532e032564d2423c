import type { WithAccess } from '../../http/route.ts'
import { byteOrderMark, csvRows } from '../../platform/format/csv.ts'
import { listProducts, type ProductFilterInput } from '../list-products.ts'
import { csvColumns, productCells } from './csv-columns.ts'

/** Rows per batch. */
const batch = 1000

/**
 * The products that match the filter, as CSV that an import accepts. Each batch passes the gate again, so that the
 * download stops when the reader loses access.
 */
export async function* exportProducts(again: WithAccess, filter: ProductFilterInput): AsyncIterable<string> {
  let head = byteOrderMark + csvRows([[...csvColumns]])
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await again((db, actor) => listProducts(db, actor, { ...filter, after }, batch))
    next = page.next
    yield head + csvRows(page.items.map(productCells))
    head = ''
  }
}
