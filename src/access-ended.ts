import { tellTeam } from './chat/writing.ts'
import { accessEnded as passOn } from './messages/ending.ts'
import { forgetNotices } from './notices/waiting.ts'
import { accessEnded as stopHosting } from './shows/ending.ts'
import type { AccessEnded } from './team/ending.ts'

/**
 * What ends with somebody's access, in the same transaction: they are off the air, those who stay are told, and
 * their customers have somebody else; mail that tells them what waits does not leave.
 */
export const accessEnded: AccessEnded = async (tx, account, person, role) => {
  for (const { show, host } of await stopHosting(tx, account, person, role))
    await tellTeam(tx, account, show, 'access_ended', host)
  await passOn(tx, account, person, role)
  await forgetNotices(tx, account, person)
}
