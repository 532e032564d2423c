import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Draft } from '../messages/draft.ts'
import { nameOf, read, write } from '../messages/kept.ts'
import type { About } from '../messages/side.ts'
import { useAccount } from '../shell/account.ts'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { takeTyped } from './use-first-message.ts'

type Given = { shop: string; conversation: string; about: About | undefined }

/** Leads on to the conversation that there is, with what was typed, and what it is about, in its field. */
export function GoOn({ shop, conversation, about }: Given) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const { kind, id, title } = about ?? {}
  useEffect(() => {
    const name = nameOf('draft', { account, area: 'seller-messages', conversation })
    const { text = '' } = read<Draft>(name) ?? {}
    const all = [text, takeTyped(account, shop)].filter(Boolean).join('\n')
    const isAbout = kind !== undefined && id !== undefined && title !== undefined
    if (all || isAbout) {
      const draft: Draft = { text: all, isNote: false, ...(isAbout && { about: { kind, id, title } }) }
      write(name, draft)
    }
    const params = { account, conversation }
    void navigate({ to: '/dashboard/$account/spending/messages/$conversation', params, replace: true })
  }, [account, shop, conversation, kind, id, title, navigate])
  return <RowsSkeleton of={3} />
}
