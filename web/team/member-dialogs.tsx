import type { Member } from '../session/members-queries.ts'
import { AccessEndDialog } from './access-end-dialog.tsx'
import { LeaveTeamDialog } from './leave-team-dialog.tsx'
import { RemoveMemberDialog } from './remove-member-dialog.tsx'

export type MemberAction = { what: 'end' | 'remove' | 'leave'; member: Member }
export type AskMemberAction = (asked: MemberAction) => void

/**
 * The dialogs for a member. They belong to the page and not to the row, since a receipt is shown after the row has
 * gone.
 */
export function MemberDialogs({ asked, close }: { asked: MemberAction | undefined; close: () => void }) {
  if (!asked) return null
  if (asked.what === 'end') return <AccessEndDialog member={asked.member} close={close} />
  if (asked.what === 'remove') return <RemoveMemberDialog member={asked.member} close={close} />
  return <LeaveTeamDialog close={close} />
}
