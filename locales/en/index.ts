import { account } from './account.ts'
import { activity } from './activity.ts'
import { buyerMessages } from './buyer-messages.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { explore } from './explore.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { identity } from './identity.ts'
import { inventory } from './inventory.ts'
import { invite } from './invite.ts'
import { landing } from './landing.ts'
import { layout } from './layout.ts'
import { mails } from './mails.ts'
import { messages } from './messages.ts'
import { moderation } from './moderation.ts'
import { notifications } from './notifications.ts'
import { orders } from './orders.ts'
import { payments } from './payments.ts'
import { payouts } from './payouts.ts'
import { reports } from './reports.ts'
import { sessions } from './sessions.ts'
import { shipping } from './shipping.ts'
import { shop } from './shop.ts'
import { shows } from './shows.ts'
import { spending } from './spending.ts'
import { studio } from './studio.ts'
import { team } from './team.ts'
import { watch } from './watch.ts'

export const en = {
  account,
  activity,
  buyerMessages,
  common,
  errors,
  explore,
  help,
  home,
  identity,
  inventory,
  invite,
  landing,
  layout,
  mails,
  messages,
  moderation,
  notifications,
  orders,
  payments,
  payouts,
  reports,
  sessions,
  shipping,
  shop,
  shows,
  spending,
  studio,
  team,
  watch,
} as const
