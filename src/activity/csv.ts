import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import type { Again } from '../door/route.ts'
import { type ActivityFilter, list } from './activity.ts'

const columns = [
  'at',
  'person',
  'person_id',
  'area',
  'act',
  'subject',
  'subject_id',
  'allowed',
  'ip',
  'details',
]

/** Rows in a batch. */
const batch = 1000

// A spreadsheet would run a cell that begins like a formula: those get an apostrophe.
const toText = (rows: unknown[][]) => stringify(rows, { escape_formulas: true })

/** The activity as CSV (RFC 4180, UTF-8 with a mark of it), the latest first. Each batch passes the gate again. */
export async function* toCsv(again: Again, filter: z.output<typeof ActivityFilter>): AsyncIterable<string> {
  yield `\uFEFF${toText([columns])}`
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await again((db, actor) => list(db, actor, { ...filter, after }, batch))
    next = page.next
    yield toText(
      page.items.map(({ at, person, area, act, subject, allowed, ip, details }) => [
        at.toISOString(),
        person.name,
        person.id,
        area,
        act,
        subject?.name,
        subject?.id,
        allowed ? 'yes' : 'no',
        ip,
        JSON.stringify(details),
      ]),
    )
  }
}
