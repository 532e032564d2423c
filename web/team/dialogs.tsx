import type { Member } from '../shell/roster.ts'
import { EndDialog } from './end-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

export type Asked = { what: 'end' | 'remove' | 'leave'; member: Member }
export type Ask = (asked: Asked) => void

/** The dialogs of a row. They are the page's, not the row's: a receipt outlives the row that it is about. */
export function MemberDialogs({ asked, close }: { asked: Asked | undefined; close: () => void }) {
  if (!asked) return null
  if (asked.what === 'end') return <EndDialog member={asked.member} close={close} />
  if (asked.what === 'remove') return <RemoveDialog member={asked.member} close={close} />
  return <LeaveDialog close={close} />
}
