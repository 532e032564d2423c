import { account } from './account.ts'
import { activity } from './activity.ts'
import { common } from './common.ts'
import { dashboard } from './dashboard.ts'
import { errors } from './errors.ts'
import { help } from './help.ts'
import { identity } from './identity.ts'
import { inventory } from './inventory.ts'
import { invite } from './invite.ts'
import { landing } from './landing.ts'
import { mails } from './mails.ts'
import { sessions } from './sessions.ts'
import { shell } from './shell.ts'
import { team } from './team.ts'

export const en = {
  account,
  activity,
  common,
  help,
  identity,
  invite,
  landing,
  mails,
  errors,
  dashboard,
  inventory,
  sessions,
  shell,
  team,
} as const
