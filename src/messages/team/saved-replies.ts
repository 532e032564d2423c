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

export const NewSavedReply = z.strictObject({
  title: singleLine(maxReplyTitleLength),
  text: messageText(maxMessageLength).describe(
    'The placeholders `{buyer}`, `{order}` and `{shop}` are replaced when the text is used.',
  ),
})
export const SavedReplyChange = NewSavedReply.partial().refine(changesSomething, nothingToChange)
export const SavedReplyQuery = z.strictObject({
  conversation: idReference
    .optional()
    .describe(
      "The id of the conversation for which `filled` is computed, with its buyer's name and an order.",
    ),
  order: idReference
    .optional()
    .describe(
      "The id of the order to name. Default: the last order that was a message's subject, or else the buyer's latest order.",
    ),
})
export const SavedReply = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    filled: z
      .string()
      .describe('The text with its placeholders replaced. Placeholders without a values value remain.'),
    by: z.string().describe('The name of the member who changed it last.'),
  })
  .meta({ id: 'SavedReply' })

/** How many saved replies an account can have. */
const maxSavedReplies = 200

type PlaceholderValues = Partial<Record<'buyer' | 'order' | 'shop', string>>

/**
 * Lists the saved replies by title.
 * @throws Refusal not_found
 */
export async function listSavedReplies(
  db: Tx,
  actor: Actor,
  { conversation, order }: z.output<typeof SavedReplyQuery>,
) {
  const values = conversation ? await findValues(db, actor, conversation, order) : {}
  const found = await db
    .select()
    .from(savedReplies)
    .where(eq(savedReplies.accountId, actor.account))
    .orderBy(asc(sql`lower(${savedReplies.title})`))
    .limit(maxSavedReplies)
  return { items: found.map((saved) => toSavedReply(saved, values)), next: null }
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
  if ((found?.count ?? 0) >= maxSavedReplies)
    throw new Refusal('too_many_saved_replies', { maximum: maxSavedReplies })
  await checkTitle(db, actor, input.title)
  const saved = { accountId: actor.account, id: newId('savedReply'), ...input, byName: actor.name }
  await db.insert(savedReplies).values(saved)
  await logAndPublish(db, actor, 'saved_reply_added', saved)
  return toSavedReply(saved, {})
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
  await logAndPublish(db, actor, 'saved_reply_changed', saved)
  return toSavedReply(saved, {})
}

/**
 * Removes a saved reply.
 * @throws Refusal not_found
 */
export async function removeSavedReply(db: Tx, actor: Actor, id: string) {
  const [removed] = await db
    .delete(savedReplies)
    .where(byKey(savedReplies, actor.account, id))
    .returning()
  if (!removed) throw new Refusal('not_found')
  await logAndPublish(db, actor, 'saved_reply_removed', removed)
  return {}
}

async function checkTitle(db: Tx, { account }: Actor, title: string, exceptId?: string): Promise<void> {
  const [same] = await db
    .select({ id: savedReplies.id })
    .from(savedReplies)
    .where(and(eq(savedReplies.accountId, account), sql`lower(${savedReplies.title}) = lower(${title})`))
  if (same && same.id !== exceptId) throw invalidField('title', 'title_taken')
}

async function logAndPublish(
  db: Tx,
  actor: Actor,
  what: string,
  { id, title }: { id: string; title: string },
) {
  await recordAct(db, actor, { act: `messages.${what}`, subject: { id, name: title } })
  await publish(db, {
    kind: 'changed',
    account: actor.account,
    what: 'saved-replies',
    permission: 'messages.reply',
  })
}

/** Finds the values of the placeholders for a conversation. */
async function findValues(
  db: Tx,
  actor: Actor,
  id: string,
  order: string | undefined,
): Promise<PlaceholderValues> {
  const { buyerId, buyerName } = await findConversationRow(db, actor, id)
  const code = order
    ? await findOrderCodeBetween(db, actor.account, buyerId, order)
    : ((await latestSubjectOrder(db, actor, id)) ?? (await latestOrderCode(db, actor.account, buyerId)))
  return {
    shop: actor.accountName,
    ...(buyerName !== null && { buyer: buyerName }),
    ...(code && { order: code }),
  }
}

async function latestSubjectOrder(db: Tx, { account }: Actor, id: string): Promise<string | undefined> {
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

const fill = (text: string, values: PlaceholderValues) =>
  text.replaceAll(/\{(buyer|order|shop)\}/g, (as, name: keyof PlaceholderValues) => values[name] ?? as)

const toSavedReply = (
  saved: Omit<typeof savedReplies.$inferSelect, 'updatedAt'>,
  values: PlaceholderValues,
): z.input<typeof SavedReply> => ({
  id: saved.id,
  title: saved.title,
  text: saved.text,
  filled: fill(saved.text, values),
  by: saved.byName,
})
