import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../errors/refusal.ts'
import { byKey, byRow } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { publish } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { conversations, entries } from './tables.ts'

export type ConversationRecord = typeof conversations.$inferSelect
export type EntryRecord = typeof entries.$inferSelect
type Added = Pick<EntryRecord, 'kind' | 'side' | 'personId' | 'personName'> &
  Partial<Pick<EntryRecord, 'id' | 'text' | 'subject' | 'width' | 'height' | 'key'>>

/** How many characters of the last message lists show. */
const excerptLength = 140

/**
 * Locks the conversation row until the commit.
 * @throws Refusal not_found
 */
export async function lockConversation(db: Tx, account: string, id: string): Promise<ConversationRecord> {
  const [found] = await db
    .select()
    .from(conversations)
    .where(byKey(conversations, account, id))
    .for('update')
  if (!found) throw new Refusal('not_found')
  return found
}

/** Finds or creates the conversation of the two accounts, and locks its row until the commit. */
export async function lockConversationBetween(
  db: Tx,
  seller: string,
  buyer: string,
  buyerName: string,
): Promise<ConversationRecord> {
  await db
    .insert(conversations)
    .values({ accountId: seller, buyerId: buyer, id: newId('conversation'), buyerName })
    .onConflictDoNothing()
  const [found] = await db
    .select()
    .from(conversations)
    .where(and(eq(conversations.accountId, seller), eq(conversations.buyerId, buyer)))
    .for('update')
  return found as ConversationRecord
}

/** The content of an entry to be written. */
export type NewEntry = Pick<EntryRecord, 'kind'> &
  Partial<Pick<EntryRecord, 'id' | 'text' | 'subject' | 'width' | 'height'>> & { key?: string | undefined }

/**
 * The entry that this person has already written under this key, if there is one.
 * @throws Refusal key_reused if its content is different
 */
export async function findEntryByKey(
  db: Tx,
  { accountId, id }: ConversationRecord,
  person: string,
  side: EntryRecord['side'],
  { key, kind, text = '', subject = null }: NewEntry,
): Promise<EntryRecord | undefined> {
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
    found?.kind === kind && found.side === side && found.text === text && found.subject?.id === subject?.id
  if (found && !isSame) throw new Refusal('key_reused')
  return found
}

/** Adds an entry at the end of a locked conversation. */
export async function appendEntry(db: Tx, locked: ConversationRecord, added: Added): Promise<EntryRecord> {
  const isMessage = added.kind === 'text' || added.kind === 'photo'
  const { side, text = '' } = added
  const [now] = await db
    .update(conversations)
    .set({
      entries: sql`${conversations.entries} + 1`,
      ...(isMessage && {
        messages: sql`${conversations.messages} + 1`,
        lastSide: side as 'seller' | 'buyer',
        lastText: text.slice(0, excerptLength),
        // A cursor has milliseconds, too: with a finer time, paging could skip a conversation.
        lastAt: sql`date_trunc('milliseconds', clock_timestamp())`,
        ...(side === 'seller' ? lastNumberOf.seller : lastNumberOf.buyer),
      }),
    })
    .where(byRow(conversations, locked))
    .returning()
  const { entries: position, messages, lastAt, accountId, buyerId, id } = now as ConversationRecord
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
  return entry as EntryRecord
}

const nextNumber = sql`${conversations.messages} + 1`
const lastNumberOf = { seller: { sellerLast: nextNumber }, buyer: { buyerLast: nextNumber } }

export const conversationSubject = ({ id, buyerName }: ConversationRecord) => ({ id, name: buyerName ?? '' })

/** Publishes that the conversation has changed, so that the team's open pages refetch it. */
export const publishToTeam = (db: Tx, { accountId }: Pick<ConversationRecord, 'accountId'>) =>
  publish(db, { kind: 'changed', account: accountId, what: 'messages', permission: 'messages.reply' })
export const publishToBuyer = (db: Tx, { buyerId }: Pick<ConversationRecord, 'buyerId'>) =>
  publish(db, { kind: 'changed', account: buyerId, what: 'seller-messages', permission: 'money.spend' })

export async function publishToTeamAndBuyer(db: Tx, locked: ConversationRecord): Promise<void> {
  await publishToTeam(db, locked)
  await publishToBuyer(db, locked)
}
/** SQL condition: a message of the buyer is unread, or the team has marked the conversation as unread. */
export const isUnreadByTeam = sql`(${conversations.buyerLast} > ${conversations.sellerRead} or ${conversations.keptUnread})`
