import { Bell } from './bell/bell.tsx'
import { forgetWritten } from './messages/kept.ts'
import { heedOtherTabs, wakeOutbox } from './messages/outbox.ts'
import { heedReplying } from './messages/replying.ts'
import { UnreadCount, UnreadMark } from './messages/unread-count.tsx'
import { lent } from './shell/lent.ts'
import { CartCount } from './spending/cart-count.tsx'

Object.assign(lent, {
  Bell,
  waiting: { spending: CartCount, messages: UnreadCount },
  marks: { messages: UnreadMark },
  heard: { replying: heedReplying },
  connected: wakeOutbox,
  signedOut: forgetWritten,
} satisfies typeof lent)
heedOtherTabs()
