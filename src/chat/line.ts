import { boolean, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { at } from '../ground/columns.ts'
import { line } from '../ground/text.ts'
import { lineKinds } from './tables.ts'

/** Characters of a line. */
export const longestLine = 300

export const NewLine = z.strictObject({ text: line(longestLine) })
export const NewHostLine = NewLine.extend({
  /** Held up for all to see. */
  announcement: z.boolean().optional(),
})

/** A line as everybody sees it: shown as text, and never as anything else. */
export const ChatLine = z
  .object({
    id: z.string(),
    kind: z.enum(['line', 'announcement']),
    name: z.string(),
    /** Of the account that is shown; null for a rehearsal's buyers. */
    username: z.string().nullable(),
    /** Written as the show's account. */
    host: z.boolean(),
    text: z.string(),
    at: z.date(),
  })
  .meta({ id: 'ChatLine' })

/** A line as the team sees it: with who wrote it, and with what was deleted. */
export const TeamLine = ChatLine.extend({
  /** team: told to the team alone; its text is a code, worded where it is shown. */
  kind: z.enum(lineKinds),
  /** Who wrote it for the account; of others, the same as the name. */
  person: z.string(),
  deletedBy: z.string().nullable(),
}).meta({ id: 'TeamLine' })

/** Lines that are neither deleted nor the team's, of shows that are not rehearsals (migrations). */
export const shownLines = pgView('shown_lines', {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  kind: text().$type<'line' | 'announcement'>().notNull(),
  name: text().notNull(),
  username: text(),
  host: boolean().notNull(),
  text: text().notNull(),
  createdAt: at('created_at').notNull(),
}).existing()
