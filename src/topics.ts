/**
 * What a live event can say has changed. The server publishes one of these words, and the dashboard builds its
 * query keys from them, so that an event refetches what shows the topic. Imports nothing: both sides read it.
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
