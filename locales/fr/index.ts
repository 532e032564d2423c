import type { en } from '../en/index.ts'
import type { Same } from '../same.ts'
import { account } from './account.ts'
import { activity } from './activity.ts'
import { bell } from './bell.ts'
import { common } from './common.ts'
import { correspondence } from './correspondence.ts'
import { dashboard } from './dashboard.ts'
import { errors } from './errors.ts'
import { explore } from './explore.ts'
import { help } from './help.ts'
import { identity } from './identity.ts'
import { inventory } from './inventory.ts'
import { invite } from './invite.ts'
import { landing } from './landing.ts'
import { live } from './live.ts'
import { mails } from './mails.ts'
import { messages } from './messages.ts'
import { moderation } from './moderation.ts'
import { orders } from './orders.ts'
import { parcels } from './parcels.ts'
import { payments } from './payments.ts'
import { payouts } from './payouts.ts'
import { reports } from './reports.ts'
import { sessions } from './sessions.ts'
import { shell } from './shell.ts'
import { shop } from './shop.ts'
import { shows } from './shows.ts'
import { spending } from './spending.ts'
import { studio } from './studio.ts'
import { team } from './team.ts'

export const fr: Same<typeof en> = {
  account,
  activity,
  bell,
  common,
  correspondence,
  help,
  identity,
  invite,
  landing,
  live,
  mails,
  errors,
  dashboard,
  explore,
  inventory,
  messages,
  moderation,
  orders,
  parcels,
  payments,
  payouts,
  reports,
  sessions,
  shell,
  shop,
  shows,
  spending,
  studio,
  team,
}
