import { CartCount } from './cart/cart-count.tsx'
import type { Slots } from './layout/slots.ts'
import { forgetStoredMessages } from './messages/outbox/browser-storage.ts'
import { wakeOutbox } from './messages/outbox/outbox.ts'
import { applyTypingEvent } from './messages/team/typing-indicator.ts'
import { UnreadCount, UnreadMark } from './messages/team/unread-count.tsx'
import { Bell } from './notifications/bell.tsx'

/** The components that rooms put into the frame around all pages. */
export const appSlots: Slots = {
  Bell,
  counts: { spending: CartCount, messages: UnreadCount },
  marks: { messages: UnreadMark },
  onEvent: { replying: applyTypingEvent },
  onConnected: wakeOutbox,
  onSignedOut: forgetStoredMessages,
}
