import type { z } from 'zod'
import { sentenceOf } from '../../locales/acts.ts'
import type { Again } from '../door/route.ts'
import { byteOrderMark, toCsv as toText } from '../ground/csv.ts'
import { dayIn, type Language, words } from '../ground/words.ts'
import { type ActivityFilter, type ActivityRow, list } from './activity.ts'

const columns = [
  'at',
  'person',
  'personId',
  'area',
  'what',
  'act',
  'subject',
  'subjectId',
  'allowed',
  'ip',
  'details',
] as const

/** Rows in a batch. */
const batch = 1000

/**
 * The activity as CSV (RFC 4180, UTF-8 with a mark of it) in the reader's language, the latest first. Each batch
 * passes the gate again.
 */
export async function* toCsv(
  again: Again,
  filter: z.output<typeof ActivityFilter>,
  language: Language,
): AsyncIterable<string> {
  const t = words(language)
  let head = `${byteOrderMark}${toText([columns.map((column) => t(`activity:csvColumns.${column}`))])}`
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await again((db, actor) => list(db, actor, { ...filter, after }, batch))
    next = page.next
    yield head + toText(page.items.map((row) => toCells(row, language)))
    head = ''
  }
}

function toCells(row: z.input<typeof ActivityRow>, language: Language): unknown[] {
  const t = words(language)
  const day = (at: string) => dayIn(language, new Date(at))
  const { key, values } = sentenceOf(t as (key: string) => string, language, day, row)
  return [
    row.at.toISOString(),
    row.person.name,
    row.person.id,
    t(`activity:areas.${row.area}`),
    t(`activity:${key}` as 'activity:acts.other', values).replaceAll(/<\/?b>/g, ''),
    row.act,
    row.subject?.name,
    row.subject?.id,
    t(row.allowed ? 'activity:yes' : 'activity:no'),
    row.ip,
    JSON.stringify(row.details),
  ]
}
