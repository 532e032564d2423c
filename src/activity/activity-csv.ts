import type { z } from 'zod'
import { activitySentence } from '../../locales/activity-sentence.ts'
import type { WithAccess } from '../http/route.ts'
import { byteOrderMark, csvRows as toText } from '../platform/format/csv.ts'
import { formatDay, type Language, translate } from '../platform/format/i18n.ts'
import { type ActivityFilter, type ActivityRow, listActivity } from './activity-log.ts'

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

const rowsPerBatch = 1000

/**
 * The activity as CSV (RFC 4180, UTF-8 with a byte order mark) in the reader's language, the latest first. Each batch
 * passes the gate again, so that the download stops when the reader loses access.
 */
export async function* activityCsv(
  withAccess: WithAccess,
  filter: z.output<typeof ActivityFilter>,
  language: Language,
): AsyncIterable<string> {
  const t = translate(language)
  let head = `${byteOrderMark}${toText([columns.map((column) => t(`activity:csvColumns.${column}`))])}`
  let next: string | null | undefined
  while (next !== null) {
    const after = next
    const page = await withAccess((db, actor) => listActivity(db, actor, { ...filter, after }, rowsPerBatch))
    next = page.next
    yield head + toText(page.items.map((row) => toCells(row, language)))
    head = ''
  }
}

function toCells(row: z.input<typeof ActivityRow>, language: Language): unknown[] {
  const t = translate(language)
  const day = (at: string) => formatDay(language, new Date(at))
  const { key, values } = activitySentence(t as (key: string) => string, language, day, row)
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
