import { writeTeamLine } from '../chat/write-line.ts'
import { reassignConversations as passOn } from '../messages/team/reassign.ts'
import { deleteReminders } from '../notifications/reminders.ts'
import { stopBroadcastsOf as stopHosting } from '../shows/host-access-ended.ts'
import type { OnAccessEnded } from '../team/access-expiry.ts'

/**
 * Runs in the transaction that ends a person's access or changes their role, and ends what they were doing: their
 * broadcasts stop, with a notice to the team in the chat; their conversations are reassigned; reminders that are queued
 * for them are deleted.
 */
export const onAccessEnded: OnAccessEnded = async (tx, account, person, role) => {
  for (const { show, host } of await stopHosting(tx, account, person, role))
    await writeTeamLine(tx, account, show, 'access_ended', host)
  await passOn(tx, account, person, role)
  await deleteReminders(tx, account, person)
}
