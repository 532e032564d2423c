/**
 * The names of data that can change. The server publishes one of these words, and the dashboard builds its query keys
 * from them, so that an event refetches the queries of its topic. This file imports nothing, because both sides read
 * it.
 */
export const topics = [
  'account',
  'addresses',
  'cart',
  'invitations',
  'members',
  'messages',
  'orders',
  'payment-methods',
  'payouts',
  'products',
  'purchases',
  'reports',
  'saved-replies',
  'seller-messages',
  'shows',
  'tasks',
] as const

export type Topic = (typeof topics)[number]
