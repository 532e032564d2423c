import type { Again } from '../door/route.ts'
import { byteOrderMark, toCsv } from '../ground/csv.ts'
import { columns, toCells } from './columns.ts'
import { type Filter, list } from './listing.ts'

/** Rows in a batch. */
const batch = 1000

/** What the filter leaves as CSV, which an import takes back. Each batch passes the gate again. */
export async function* exportCsv(again: Again, filter: Filter): AsyncIterable<string> {
  let head = byteOrderMark + toCsv([[...columns]])
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await again((db, actor) => list(db, actor, { ...filter, after }, batch))
    next = page.next
    yield head + toCsv(page.items.map(toCells))
    head = ''
  }
}
