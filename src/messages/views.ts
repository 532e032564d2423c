import type { z } from 'zod'
import type { PhotoSize } from '../inventory/photo-address.ts'
import type { Row } from './holding.ts'
import type { Entry, Message } from './message.ts'
import type { ownMessages } from './tables.ts'

/** An entry as the seller's team has it. */
export const teamView = (row: Row): z.input<typeof Entry> => ({
  ...row,
  person: row.side !== 'buyer' && row.personId ? { id: row.personId, name: row.personName } : null,
  photo: photoOf(row, `/api/v1/accounts/${row.accountId}/conversations/${row.conversationId}`),
  at: row.createdAt,
})

type Own = typeof ownMessages.$inferSelect

/** A message as the buyer's account has it. */
export const buyerView = (row: Own, buyer: string): z.input<typeof Message> => ({
  ...row,
  position: row.number,
  person: row.personName,
  photo: photoOf(row, `/api/v1/accounts/${buyer}/seller-conversations/${row.conversationId}`),
  at: row.createdAt,
})

/** The same from the entry that the buyer's side has just written. */
export const justWritten = (row: Row, buyer: string) =>
  buyerView({ ...row, kind: row.kind as Own['kind'], side: 'buyer', number: row.number as number }, buyer)

function photoOf({ id, width, height }: Pick<Row, 'id' | 'width' | 'height'>, conversation: string) {
  if (width === null || height === null) return null
  const address = (size: PhotoSize) => `${conversation}/photos/${id}?size=${size}`
  return { width, height, url: address('large'), thumb: address('small') }
}
