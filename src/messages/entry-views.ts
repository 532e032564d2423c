import type { z } from 'zod'
import type { PhotoSize } from '../platform/files/photo-urls.ts'
import type { EntryRecord } from './conversation.ts'
import type { ConversationEntry, Message } from './message.ts'
import type { buyerMessages } from './tables.ts'

/** An entry as the seller's team sees it. */
export const toTeamEntry = (row: EntryRecord): z.input<typeof ConversationEntry> => ({
  id: row.id,
  position: row.position,
  number: row.number,
  kind: row.kind,
  side: row.side,
  person: row.side !== 'buyer' && row.personId ? { id: row.personId, name: row.personName } : null,
  text: row.text,
  subject: row.subject,
  photo: photoOf(row, `/api/v1/accounts/${row.accountId}/conversations/${row.conversationId}`),
  at: row.createdAt,
})

type Own = typeof buyerMessages.$inferSelect

/** A message as the buyer's account sees it. */
export const toBuyerMessage = (row: Own, buyer: string): z.input<typeof Message> => ({
  id: row.id,
  position: row.number,
  kind: row.kind,
  side: row.side,
  by: row.personName,
  text: row.text,
  subject: row.subject,
  photo: photoOf(row, `/api/v1/accounts/${buyer}/buyer-conversations/${row.conversationId}`),
  at: row.createdAt,
})

/** The buyer's view of a message, from the entry that was just written. */
export const toWrittenMessage = (row: EntryRecord, buyer: string) =>
  toBuyerMessage(
    { ...row, kind: row.kind as Own['kind'], side: 'buyer', number: row.number as number },
    buyer,
  )

function photoOf({ id, width, height }: Pick<EntryRecord, 'id' | 'width' | 'height'>, conversation: string) {
  if (width === null || height === null) return null
  const address = (size: PhotoSize) => `${conversation}/photos/${id}?size=${size}`
  return { width, height, url: address('large'), thumb: address('small') }
}
