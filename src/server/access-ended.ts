import { writeTeamLine } from '../chat/write-line.ts'
import { reassignConversations as passOn } from '../messages/team/reassign.ts'
import { deleteReminders } from '../notifications/reminders.ts'
import { stopBroadcastsOf as stopHosting } from '../shows/host-access-ended.ts'
import type { OnAccessEnded } from '../team/access-expiry.ts'

/**
 * Ends, in the same transaction, what a person was doing when they lose their access or change role: their broadcasts
 * end and the team is told in the chat, their conversations are reassigned, and reminders queued for them are
 * deleted.
 */
export const onAccessEnded: OnAccessEnded = async (tx, account, person, role) => {
  for (const { show, host } of await stopHosting(tx, account, person, role))
    await writeTeamLine(tx, account, show, 'access_ended', host)
  await passOn(tx, account, person, role)
  await deleteReminders(tx, account, person)
}
