import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GivenRole } from '../../src/permissions.ts'
import { maxInvitationsAtOnce } from '../../src/team/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { invitationKeys } from '../data/query-keys.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { useAccount } from '../session/account-context.ts'
import {
  type InviteEntry,
  parseEmailAddresses,
  toInvitationInputs,
  withAddedInvites,
  withInviteResults,
} from './invite-entries.ts'
import { endOfLastDay } from './last-day.ts'

/** The state of the invite form, and the function that sends it. */
export function useInviteForm() {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [rows, setRows] = useState<InviteEntry[]>([])
  const [role, setRole] = useState<GivenRole>('support')
  const [day, setDay] = useState<string | null>(null)
  const [locale, setLocale] = useState(currentLanguage)
  const [isFull, setFull] = useState(false)
  const mutation = useMutation({
    mutationFn: () => {
      const invitations = toInvitationInputs(rows, { locale, ...(day && { endsAt: endOfLastDay(day) }) })
      return callApi('POST /accounts/:account/invitations', { params: { account }, input: { invitations } })
    },
    onSuccess: ({ results }) => {
      setRows((before) => withInviteResults(before, results))
      void queries.invalidateQueries({ queryKey: invitationKeys.list(account) })
    },
  })
  return {
    rows,
    role,
    day,
    setDay,
    locale,
    setLocale,
    isFull,
    isDone: mutation.isSuccess,
    problem: mutation.error,
    busy: mutation.isPending,
    send: () => mutation.mutate(),
    add: (text: string) => {
      const next = withAddedInvites(rows, parseEmailAddresses(text), role)
      setFull(
        next.length === maxInvitationsAtOnce &&
          rows.length + parseEmailAddresses(text).length > maxInvitationsAtOnce,
      )
      setRows(next)
    },
    setRoleForAll: (next: GivenRole) => {
      setRole(next)
      setRows((before) => before.map((row) => ({ ...row, role: next })))
    },
    change: (key: number, changed: Pick<InviteEntry, 'email' | 'role'>) =>
      setRows((before) => before.map((row) => (row.key === key ? { key, ...changed } : row))),
    remove: (key: number) => setRows((before) => before.filter((row) => row.key !== key)),
  }
}
