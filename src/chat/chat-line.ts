import { boolean, pgView, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { timestampColumn } from '../platform/database/columns.ts'
import { definePush } from '../platform/events.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { lineKinds, maxLineLength } from './vocabulary.ts'

export const NewChatLine = z.strictObject({ text: singleLine(maxLineLength) })
export const NewHostChatLine = NewChatLine.extend({
  announcement: z.boolean().optional().describe('Whether the line is pinned as an announcement.'),
})

/** A line as everybody sees it. Pages show it as plain text, so markup in it has no effect. */
export const ChatLine = z
  .object({
    id: z.string(),
    kind: z.enum(['line', 'announcement']),
    name: z.string().describe('The name of the account for which it was written.'),
    username: z
      .string()
      .nullable()
      .describe('The username of the account; null for the simulated buyers of a rehearsal.'),
    host: z.boolean().describe("Whether it was written in the name of the show's account."),
    text: z.string(),
    at: z.date(),
  })
  .meta({ id: 'ChatLine' })

/** A line as the team sees it: with its author, and with removed lines included. */
export const TeamChatLine = ChatLine.extend({
  kind: z
    .enum(lineKinds)
    .describe(
      '`team`: a notice that only the team sees. Its text is a code, which the pages turn into a sentence.',
    ),
  by: z.string().describe('The member who wrote it for the account; for others, the same as the name.'),
  deletedBy: z
    .string()
    .nullable()
    .describe('The name of the member who removed the line; null if nobody did.'),
}).meta({ id: 'TeamLine' })

export const LinePush = definePush('line', { line: ChatLine })
/** A notice for the show's team. Members receive it in addition to the lines that everybody sees. */
export const TeamLinePush = definePush('line', { line: TeamChatLine.extend({ kind: z.literal('team') }) })
/** A line was deleted, so pages remove it. */
export const LineGonePush = definePush('line-gone', { line: z.string() })

/** Lines without removed ones, team notices and rehearsals (migrations). */
export const publicChatLines = pgView('public_chat_lines', {
  accountId: text('account_id').notNull(),
  showId: text('show_id').notNull(),
  id: text().notNull(),
  kind: text().$type<'line' | 'announcement'>().notNull(),
  name: text().notNull(),
  username: text(),
  host: boolean().notNull(),
  text: text().notNull(),
  createdAt: timestampColumn('created_at').notNull(),
}).existing()
