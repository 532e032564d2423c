import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../door/errors.ts'
import { tell } from '../ground/bus.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { conversations, entries } from './tables.ts'

export type Conversation = typeof conversations.$inferSelect
export type Row = typeof entries.$inferSelect
type Added = Pick<Row, 'kind' | 'side' | 'personId' | 'personName'> &
  Partial<Pick<Row, 'id' | 'text' | 'about' | 'width' | 'height' | 'key'>>

/** Characters of a message that lists show. */
const excerpt = 140

export const ofConversation = ({ accountId, id }: Pick<Conversation, 'accountId' | 'id'>) =>
  and(eq(conversations.accountId, accountId), eq(conversations.id, id))

/** The conversation, until the commit: whatever else is written in it comes before or after. @throws Refusal not_found */
export async function hold(db: Tx, account: string, id: string): Promise<Conversation> {
  const [found] = await db
    .select()
    .from(conversations)
    .where(ofConversation({ accountId: account, id }))
    .for('update')
  if (!found) throw new Refusal('not_found')
  return found
}

/** The conversation of the two, which begins if there is none; held. */
export async function holdPair(
  db: Tx,
  seller: string,
  buyer: string,
  buyerName: string,
): Promise<Conversation> {
  await db
    .insert(conversations)
    .values({ accountId: seller, buyerId: buyer, id: newId('conversation'), buyerName })
    .onConflictDoNothing()
  const [found] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.accountId, seller), eq(conversations.buyerId, buyer)))
    .for('update')
  return found as Conversation
}

/** What somebody writes. */
export type Said = Pick<Row, 'kind'> &
  Partial<Pick<Row, 'id' | 'text' | 'about' | 'width' | 'height'>> & { key?: string | undefined }

/**
 * What this person wrote under this key, if they did.
 * @throws Refusal key_reused when it was something else
 */
export async function writtenBefore(
  db: Tx,
  { accountId, id }: Conversation,
  person: string,
  side: Row['side'],
  { key, kind, text = '', about = null }: Said,
): Promise<Row | undefined> {
  if (!key) return undefined
  const [found] = await db
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.accountId, accountId),
        eq(entries.conversationId, id),
        eq(entries.personId, person),
        eq(entries.key, key),
      ),
    )
  const isSame =
    found?.kind === kind && found.side === side && found.text === text && found.about?.id === about?.id
  if (found && !isSame) throw new Refusal('key_reused')
  return found
}

/** Adds it as the last entry of the conversation, which is held. */
export async function append(db: Tx, held: Conversation, added: Added): Promise<Row> {
  const isMessage = added.kind === 'text' || added.kind === 'photo'
  const { side, text = '' } = added
  const [now] = await db
    .update(conversations)
    .set({
      entries: sql`${conversations.entries} + 1`,
      ...(isMessage && {
        messages: sql`${conversations.messages} + 1`,
        lastSide: side as 'seller' | 'buyer',
        lastText: text.slice(0, excerpt),
        // As exact as a page's cursor is.
        lastAt: sql`date_trunc('milliseconds', clock_timestamp())`,
        ...(side === 'seller' ? written.seller : written.buyer),
      }),
    })
    .where(ofConversation(held))
    .returning()
  const { entries: position, messages, lastAt, accountId, buyerId, id } = now as Conversation
  const [entry] = await db
    .insert(entries)
    .values({
      id: newId('message'),
      ...added,
      accountId,
      buyerId,
      conversationId: id,
      position,
      number: isMessage ? messages : null,
      createdAt: isMessage ? lastAt : sql`clock_timestamp()`,
    })
    .returning()
  return entry as Row
}

const next = sql`${conversations.messages} + 1`
const written = { seller: { sellerLast: next }, buyer: { buyerLast: next } }

export const subjectOf = ({ id, buyerName }: Conversation) => ({ id, name: buyerName ?? '' })

/** What open pages of the team, and of the buyer's account, ask anew. */
export const tellTeam = (db: Tx, { accountId }: Pick<Conversation, 'accountId'>) =>
  tell(db, { kind: 'changed', account: accountId, what: 'messages', permission: 'messages.reply' })
export const tellBuyer = (db: Tx, { buyerId }: Pick<Conversation, 'buyerId'>) =>
  tell(db, { kind: 'changed', account: buyerId, what: 'seller-messages', permission: 'money.spend' })

export async function tellBoth(db: Tx, held: Conversation): Promise<void> {
  await tellTeam(db, held)
  await tellBuyer(db, held)
}
