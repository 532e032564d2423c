import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { invalid, Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { isSomething, line, nothing, prose, reference } from '../ground/text.ts'
import { codeBetween, latestCode } from '../orders/buyers.ts'
import { find } from './inbox.ts'
import { longestText } from './message.ts'
import { entries, savedReplies } from './tables.ts'

/** An answer that is given often. `{buyer}`, `{order}` and `{shop}` in it stand for what they name. */
export const NewSavedReply = z.strictObject({ title: line(80), text: prose(longestText) })
export const SavedReplyChange = NewSavedReply.partial().refine(isSomething, nothing)
export const SavedReplyQuery = z.strictObject({
  /** For this conversation: `filled` then names its buyer and the order that it is about. */
  conversation: reference.optional(),
  /** Which order of that buyer's; else the one that was last written about, or the latest. */
  order: reference.optional(),
})
export const SavedReply = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    /** The text with what is known filled in; what is not known stays as it is. */
    filled: z.string(),
    /** Who wrote it last. */
    by: z.string(),
  })
  .meta({ id: 'SavedReply' })

/** As many as an account keeps. */
const most = 200

type Known = Partial<Record<'buyer' | 'order' | 'shop', string>>

/** By their titles. @throws Refusal not_found */
export async function list(db: Tx, actor: Actor, { conversation, order }: z.output<typeof SavedReplyQuery>) {
  const known = conversation ? await knownOf(db, actor, conversation, order) : {}
  const found = await db
    .select()
    .from(savedReplies)
    .where(eq(savedReplies.accountId, actor.account))
    .orderBy(asc(sql`lower(${savedReplies.title})`))
    .limit(most)
  return { items: found.map((saved) => view(saved, known)), next: null }
}

/** @throws Refusal invalid for a title that another has, or too_many_saved_replies */
export async function add(db: Tx, actor: Actor, input: z.output<typeof NewSavedReply>) {
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

/** @throws Refusal not_found, or invalid for a title that another has */
export async function change(db: Tx, actor: Actor, id: string, input: z.output<typeof SavedReplyChange>) {
  if (input.title !== undefined) await checkTitle(db, actor, input.title, id)
  const [saved] = await db
    .update(savedReplies)
    .set({
      ...(input.title !== undefined && { title: input.title }),
      ...(input.text !== undefined && { text: input.text }),
      byName: actor.name,
      updatedAt: sql`now()`,
    })
    .where(and(eq(savedReplies.accountId, actor.account), eq(savedReplies.id, id)))
    .returning()
  if (!saved) throw new Refusal('not_found')
  await note(db, actor, 'saved_reply_changed', saved)
  return view(saved, {})
}

/** @throws Refusal not_found */
export async function remove(db: Tx, actor: Actor, id: string) {
  const [gone] = await db
    .delete(savedReplies)
    .where(and(eq(savedReplies.accountId, actor.account), eq(savedReplies.id, id)))
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
  if (same && same.id !== but) throw invalid('title', 'title_taken')
}

async function note(db: Tx, actor: Actor, what: string, { id, title }: { id: string; title: string }) {
  await record(db, actor, { act: `messages.${what}`, subject: { id, name: title } })
  await tell(db, {
    kind: 'changed',
    account: actor.account,
    what: 'saved-replies',
    permission: 'messages.reply',
  })
}

/** What stands for the words in braces. */
async function knownOf(db: Tx, actor: Actor, id: string, order: string | undefined): Promise<Known> {
  const { buyerId, buyerName } = await find(db, actor, id)
  const code = order
    ? await codeBetween(db, actor.account, buyerId, order)
    : ((await lastWrittenAbout(db, actor, id)) ?? (await latestCode(db, actor.account, buyerId)))
  return {
    shop: actor.accountName,
    ...(buyerName !== null && { buyer: buyerName }),
    ...(code && { order: code }),
  }
}

async function lastWrittenAbout(db: Tx, { account }: Actor, id: string): Promise<string | undefined> {
  const [last] = await db
    .select({ code: sql<string>`${entries.about} ->> 'title'` })
    .from(entries)
    .where(
      and(
        eq(entries.accountId, account),
        eq(entries.conversationId, id),
        sql`${entries.about} ->> 'kind' = 'order'`,
      ),
    )
    .orderBy(desc(entries.position))
    .limit(1)
  return last?.code
}

const fill = (text: string, known: Known) =>
  text.replaceAll(/\{(buyer|order|shop)\}/g, (as, name: keyof Known) => known[name] ?? as)

const view = (
  {
    byName,
    ...saved
  }: typeof savedReplies.$inferSelect | Omit<typeof savedReplies.$inferSelect, 'updatedAt'>,
  known: Known,
) => ({
  ...saved,
  filled: fill(saved.text, known),
  by: byName,
})
