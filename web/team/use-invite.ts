import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GivenRole } from '../../src/permissions.ts'
import { call } from '../api.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import { addressesIn, asInput, most, type Row, withAdded, withResults } from './invite-rows.ts'
import { endOf } from './last-day.ts'

/** What the Invite tab holds, and how it is sent. */
export function useInvite() {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [rows, setRows] = useState<Row[]>([])
  const [role, setRole] = useState<GivenRole>('support')
  const [day, setDay] = useState<string | null>(null)
  const [locale, setLocale] = useState(language)
  const [isFull, setFull] = useState(false)
  const mutation = useMutation({
    mutationFn: () => {
      const invitations = asInput(rows, { locale, ...(day && { endsAt: endOf(day) }) })
      return call('POST /accounts/:account/invitations', { params: { account }, input: { invitations } })
    },
    onSuccess: ({ results }) => {
      setRows((before) => withResults(before, results))
      void queries.invalidateQueries({ queryKey: [account, 'invitations'] })
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
      const next = withAdded(rows, addressesIn(text), role)
      setFull(next.length === most && rows.length + addressesIn(text).length > most)
      setRows(next)
    },
    setRoleForAll: (next: GivenRole) => {
      setRole(next)
      setRows((before) => before.map((row) => ({ ...row, role: next })))
    },
    change: (key: number, changed: Pick<Row, 'email' | 'role'>) =>
      setRows((before) => before.map((row) => (row.key === key ? { key, ...changed } : row))),
    remove: (key: number) => setRows((before) => before.filter((row) => row.key !== key)),
  }
}
