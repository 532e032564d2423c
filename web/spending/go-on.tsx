import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { nameOf, read, write } from '../messages/kept.ts'
import type { About } from '../messages/side.ts'
import { useAccount } from '../shell/account.ts'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'

/** Leads on to the conversation that there is, with what it is about in what will be written there. */
export function GoOn({ conversation, about }: { conversation: string; about: About | undefined }) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const { kind, id, title } = about ?? {}
  useEffect(() => {
    const name = nameOf('draft', { account, area: 'seller-messages', conversation })
    if (kind) write(name, { text: '', isNote: false, ...read<object>(name), about: { kind, id, title } })
    const params = { account, conversation }
    void navigate({ to: '/dashboard/$account/spending/messages/$conversation', params, replace: true })
  }, [account, conversation, kind, id, title, navigate])
  return <RowsSkeleton of={3} />
}
