import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../../access/audit.ts'
import type { Actor } from '../../access/gate.ts'
import { invalidField, Refusal } from '../../errors/refusal.ts'
import { findOrderCodeBetween, latestOrderCode } from '../../orders/sale/buyers.ts'
import { byKey } from '../../platform/database/by-key.ts'
import type { Tx } from '../../platform/database/database.ts'
import { publish } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import {
  changesSomething,
  idReference,
  messageText,
  nothingToChange,
  singleLine,
} from '../../platform/text-schemas.ts'
import { entries, savedReplies } from '../tables.ts'
import { maxMessageLength, maxReplyTitleLength } from '../vocabulary.ts'
import { findConversationRow } from './inbox.ts'

/** A text that the team uses again. The placeholders `{buyer}`, `{order}` and `{shop}` in it are replaced. */
export const NewSavedReply = z.strictObject({
  title: singleLine(maxReplyTitleLength),
  text: messageText(maxMessageLength),
})
export const SavedReplyChange = NewSavedReply.partial().refine(changesSomething, nothingToChange)
export const SavedReplyQuery = z.strictObject({
  conversation: idReference
    .optional()
    .describe(
      "The conversation for which `filled` is computed, with its buyer's name and the order that it is about.",
    ),
  order: idReference
    .optional()
    .describe("The order to use. Default: the one that was the latest subject, or else the buyer's latest."),
})
export const SavedReply = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    filled: z
      .string()
      .describe('The text with its placeholders replaced; those without a known value remain.'),
    by: z.string().describe('The member who changed it last.'),
  })
  .meta({ id: 'SavedReply' })

/** The largest number of saved replies of an account. */
const most = 200

type Known = Partial<Record<'buyer' | 'order' | 'shop', string>>

/**
 * Lists the saved replies by title.
 * @throws Refusal not_found
 */
export async function listSavedReplies(
  db: Tx,
  actor: Actor,
  { conversation, order }: z.output<typeof SavedReplyQuery>,
) {
  const known = conversation ? await knownOf(db, actor, conversation, order) : {}
  const found = await db
    .select()
    .from(savedReplies)
    .where(eq(savedReplies.accountId, actor.account))
    .orderBy(asc(sql`lower(${savedReplies.title})`))
    .limit(most)
  return { items: found.map((saved) => view(saved, known)), next: null }
}

/**
 * Adds a saved reply.
 * @throws Refusal invalid for a title that another one has, or too_many_saved_replies
 */
export async function addSavedReply(db: Tx, actor: Actor, input: z.output<typeof NewSavedReply>) {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(savedReplies)
    .where(eq(savedReplies.accountId, actor.account))
  if ((found?.count ?? 0) >= most) throw new Refusal('too_many_saved_replies', { maximum: most })
  await checkTitle(db, actor, input.title)
  const saved = { accountId: actor.account, id: newId('savedReply'), ...input, byName: actor.name }
  await db.insert(savedReplies).values(saved)
  await note(db, actor, 'saved_reply_added', saved)
  return view(saved, {})
}

/**
 * Changes a saved reply.
 * @throws Refusal not_found, or invalid for a title that another one has
 */
export async function changeSavedReply(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof SavedReplyChange>,
) {
  if (input.title !== undefined) await checkTitle(db, actor, input.title, id)
  const [saved] = await db
    .update(savedReplies)
    .set({
      ...(input.title !== undefined && { title: input.title }),
      ...(input.text !== undefined && { text: input.text }),
      byName: actor.name,
      updatedAt: sql`now()`,
    })
    .where(byKey(savedReplies, actor.account, id))
    .returning()
  if (!saved) throw new Refusal('not_found')
  await note(db, actor, 'saved_reply_changed', saved)
  return view(saved, {})
}

/**
 * Removes a saved reply.
 * @throws Refusal not_found
 */
export async function removeSavedReply(db: Tx, actor: Actor, id: string) {
  const [gone] = await db
    .delete(savedReplies)
    .where(byKey(savedReplies, actor.account, id))
    .returning()
  if (!gone) throw new Refusal('not_found')
  await note(db, actor, 'saved_reply_removed', gone)
  return {}
}

async function checkTitle(db: Tx, { account }: Actor, title: string, but?: string): Promise<void> {
  const [same] = await db
    .select({ id: savedReplies.id })
    .from(savedReplies)
    .where(and(eq(savedReplies.accountId, account), sql`lower(${savedReplies.title}) = lower(${title})`))
  if (same && same.id !== but) throw invalidField('title', 'title_taken')
}

async function note(db: Tx, actor: Actor, what: string, { id, title }: { id: string; title: string }) {
  await recordAct(db, actor, { act: `messages.${what}`, subject: { id, name: title } })
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'saved-replies',
    permission: 'messages.reply',
  })
}

/** The values of the placeholders. */
async function knownOf(db: Tx, actor: Actor, id: string, order: string | undefined): Promise<Known> {
  const { buyerId, buyerName } = await findConversationRow(db, actor, id)
  const code = order
    ? await findOrderCodeBetween(db, actor.account, buyerId, order)
    : ((await lastWrittenAbout(db, actor, id)) ?? (await latestOrderCode(db, actor.account, buyerId)))
  return {
    shop: actor.accountName,
    ...(buyerName !== null && { buyer: buyerName }),
    ...(code && { order: code }),
  }
}

async function lastWrittenAbout(db: Tx, { account }: Actor, id: string): Promise<string | undefined> {
  const [last] = await db
    .select({ code: sql<string>`${entries.subject} ->> 'title'` })
    .from(entries)
    .where(
      and(
        eq(entries.accountId, account),
        eq(entries.conversationId, id),
        sql`${entries.subject} ->> 'kind' = 'order'`,
      ),
    )
    .orderBy(desc(entries.position))
    .limit(1)
  return last?.code
}

const fill = (text: string, known: Known) =>
  text.replaceAll(/\{(buyer|order|shop)\}/g, (as, name: keyof Known) => known[name] ?? as)

const view = (
  saved: Omit<typeof savedReplies.$inferSelect, 'updatedAt'>,
  known: Known,
): z.input<typeof SavedReply> => ({
  id: saved.id,
  title: saved.title,
  text: saved.text,
  filled: fill(saved.text, known),
  by: saved.byName,
})
