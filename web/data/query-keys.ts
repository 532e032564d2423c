import type { Topic } from '../../src/topics.ts'

/*
 * The keys of all answers that the dashboard caches. A key of an account begins with the account and a topic, so that
 * a live event with a topic makes all its answers stale.
 */

/** Topics that no live event names. Only the pages themselves refetch these answers. */
type OwnTopic =
  | 'activity'
  | 'bidding'
  | 'bids'
  | 'buying'
  | 'chat-bans'
  | 'import'
  | 'notifications'
  | 'quote'
  | 'seller-messages-with'
  | 'studio'

type ShowOfAccount = { account: string; show: string }

const keyed =
  <const T extends Topic | OwnTopic>(topic: T) =>
  (account: string, ...rest: unknown[]) =>
    [account, topic, ...rest] as const

/** The first part of all keys of an account. */
export const accountKey = (account: string) => [account] as const
/** The first part of all keys of a topic. */
export const topicKey = (account: string, topic: Topic) => [account, topic] as const

const account = keyed('account')
const members = keyed('members')
const invitations = keyed('invitations')
const products = keyed('products')
const orders = keyed('orders')
const shows = keyed('shows')
const messages = keyed('messages')
const sellerMessages = keyed('seller-messages')
const reports = keyed('reports')
const payouts = keyed('payouts')
const purchases = keyed('purchases')
const quote = keyed('quote')
const tasks = keyed('tasks')
const studio = keyed('studio')

export const accountSettingsKeys = { one: (id: string) => account(id) }
export const activityKeys = { list: (id: string, filters: unknown) => keyed('activity')(id, filters) }

export const memberKeys = {
  /** Also the first part of the hosts' key. */
  list: (id: string) => members(id),
  hosts: (id: string) => members(id, 'hosts'),
}

export const invitationKeys = {
  /** Also the first part of the key for one person. */
  list: (id: string) => invitations(id),
  by: (id: string, person: string) => invitations(id, 'by', person),
}

export const productKeys = {
  all: (id: string) => products(id),
  lists: (id: string) => products(id, 'list'),
  list: (id: string, filters: unknown) => products(id, 'list', filters),
  categories: (id: string) => products(id, 'categories'),
  one: (id: string, product: string) => products(id, 'one', product),
  movements: (id: string, product: string) => products(id, 'movements', product),
  search: (id: string, words: unknown) => products(id, 'search', words),
  /** Products that can still be added to a show. */
  toAdd: (id: string, search: unknown) => products(id, 'to-add', search),
}

export const productImportKeys = {
  plan: (id: string, file: File | null | undefined) =>
    keyed('import')(id, file?.name, file?.size, file?.lastModified),
}

/** Orders, cancellation requests and shipments share one topic, since each changes with the others. */
export const orderKeys = {
  all: (id: string) => orders(id),
  list: (id: string, filters: unknown) => orders(id, 'list', filters),
  one: (id: string, order: string) => orders(id, 'one', order),
  cancellations: (id: string, status: string) => orders(id, 'cancellations', status),
  shipments: (id: string, filters: unknown) => orders(id, 'shipments', filters),
  shipment: (id: string, shipment: string) => orders(id, 'shipment', shipment),
  /** Orders of a conversation's buyer. */
  ofConversation: (id: string, conversation: string) => orders(id, 'of-conversation', conversation),
  search: (id: string, words: unknown) => orders(id, 'search', words),
}

export const showKeys = {
  all: (id: string) => shows(id),
  lists: (id: string) => shows(id, 'list'),
  list: (id: string, filters: unknown) => shows(id, 'list', filters),
  one: (id: string, show: string) => shows(id, 'one', show),
  lineups: (id: string) => shows(id, 'products'),
  lineup: (id: string, show: string) => shows(id, 'products', show),
  shipments: (id: string, show: string) => shows(id, 'shipments', show),
  /** The categories that a show can have. They are the same for every account. */
  categories: () => ['show-categories'] as const,
}

/**
 * Answers that change with every bid and chat line. The show's own live connection updates them, and not the
 * account's.
 */
export const studioKeys = {
  all: ({ account, show }: ShowOfAccount) => studio(account, show),
  auctions: ({ account, show }: ShowOfAccount) => studio(account, show, 'auctions'),
  giveaways: ({ account, show }: ShowOfAccount) => studio(account, show, 'giveaways'),
  chat: ({ account, show }: ShowOfAccount) => studio(account, show, 'chat'),
  moderation: ({ account, show }: ShowOfAccount) => studio(account, show, 'moderation'),
  counters: ({ account, show }: ShowOfAccount) => studio(account, show, 'counters'),
  bans: (id: string) => keyed('chat-bans')(id),
}

/** The team's side of conversations with buyers. */
export const messageKeys = {
  all: (id: string) => messages(id),
  list: (id: string, filters: unknown) => messages(id, 'list', filters),
  counts: (id: string) => messages(id, 'counts'),
  one: (id: string, conversation: string) => messages(id, 'one', conversation),
  ofOrder: (id: string, order: string) => messages(id, 'of-order', order),
}

/** The account's side, as a buyer, of conversations with shops. */
export const sellerMessageKeys = {
  all: (id: string) => sellerMessages(id),
  list: (id: string) => sellerMessages(id, 'list'),
  one: (id: string, conversation: string) => sellerMessages(id, 'one', conversation),
  /**
   * Not part of the topic: sending the first message creates the conversation, and that event must not replace the
   * answer.
   */
  withShop: (id: string, shop: string) => keyed('seller-messages-with')(id, shop),
}

/** The entries of a conversation, for either side. */
export const threadKey = (side: {
  account: string
  area: 'messages' | 'seller-messages'
  conversation: string
}) => keyed(side.area)(side.account, 'thread', side.conversation)

export const savedReplyKeys = {
  all: (id: string) => keyed('saved-replies')(id),
  list: (id: string, conversation: string, order: string) => keyed('saved-replies')(id, conversation, order),
}

export const reportKeys = {
  all: (id: string) => reports(id),
  sales: (id: string, period: unknown) => reports(id, 'sales', period),
  products: (id: string, period: unknown) => reports(id, 'products', period),
  shows: (id: string, period: unknown) => reports(id, 'shows', period),
  buyers: (id: string, period: unknown) => reports(id, 'buyers', period),
  show: (id: string, show: string) => reports(id, 'show', show),
  ledger: (id: string, filter: unknown) => reports(id, 'ledger', filter),
  balance: (id: string) => reports(id, 'balance'),
  payable: (id: string) => reports(id, 'payable'),
}

export const payoutKeys = {
  all: (id: string) => payouts(id),
  list: (id: string) => payouts(id, 'list'),
  details: (id: string) => payouts(id, 'details'),
}

export const purchaseKeys = {
  all: (id: string) => purchases(id),
  list: (id: string, filters: unknown) => purchases(id, 'list', filters),
  one: (id: string, purchase: string) => purchases(id, 'one', purchase),
  /** The key of the mutation that buys; in a show if one is given. */
  buying: (id: string, ...show: [] | [show: string]) => keyed('buying')(id, ...show),
}

export const quoteKeys = {
  all: (id: string) => quote(id),
  ofBasket: (id: string, basket: unknown) => quote(id, 'basket', basket),
  inShow: (id: string, basket: unknown) => quote(id, 'show', basket),
}

export const cartKeys = { one: (id: string) => keyed('cart')(id) }
export const addressKeys = { list: (id: string) => keyed('addresses')(id) }
export const paymentMethodKeys = { list: (id: string) => keyed('payment-methods')(id) }
export const bidKeys = {
  inShow: (id: string, show: string) => keyed('bids')(id, show),
  /** The key of the mutation that bids. */
  bidding: (id: string, show: string) => keyed('bidding')(id, show),
}

export const taskKeys = {
  latest: (id: string, area: 'products' | 'shipping', ...kind: [] | [kind: string]) =>
    tasks(id, area, ...kind),
}

export const notificationKeys = {
  one: (id: string) => keyed('notifications')(id),
  /** Whether the key belongs to a bell of any account. */
  isOne: (key: readonly unknown[]) => key[1] === 'notifications',
}

export const meKeys = {
  /** Also the first part of the person's other keys. */
  one: () => ['me'] as const,
  bookmarks: () => ['me', 'bookmarks'] as const,
  notificationSettings: () => ['me', 'notification-settings'] as const,
  sessions: () => ['sessions'] as const,
}

export const invitationPreviewKey = (token: string) => ['invitation', token] as const

export const shopKeys = {
  one: (username: string) => ['shops', username] as const,
  products: (username: string, filters: unknown) => ['shops', username, 'products', filters] as const,
  product: (username: string, product: string) => ['shops', username, 'product', product] as const,
}

/** Public data of shows. */
export const publicShowKeys = {
  explore: (list: string, filters: unknown) => ['explore', list, filters] as const,
  /** The first part of the keys for a show's chat and sales. The key of its video is separate. */
  one: (show: string) => ['shows', show] as const,
  chat: (show: string) => ['shows', show, 'chat'] as const,
  writing: (show: string) => ['shows', show, 'writing'] as const,
  auctions: (show: string) => ['shows', show, 'auctions'] as const,
  giveaways: (show: string): readonly string[] => ['shows', show, 'giveaways'],
  /** The giveaways with their entries, fetched when a viewer checks a draw. */
  draws: (show: string): readonly string[] => ['shows', show, 'draws'],
  drawCheck: (draw: unknown) => ['draw', draw] as const,
  /** Separate from `one`: the video continues while the rest is refetched. */
  picture: (show: string) => ['picture', show] as const,
}
