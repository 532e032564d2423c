import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAccount } from '../../session/account-context.ts'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import type { MessageDraft } from '../conversation/use-message-draft.ts'
import type { MessageSubject } from '../conversation-api.ts'
import { readStored, storageKey, writeStored } from '../outbox/browser-storage.ts'
import { takeShopDraft } from './use-first-message.ts'

type Given = { shop: string; conversation: string; subject: MessageSubject | undefined }

/** Opens the existing conversation, with the typed text and the subject in its field. */
export function OpenConversation({ shop, conversation, subject }: Given) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const { kind, id, title } = subject ?? {}
  useEffect(() => {
    const name = storageKey('draft', { account, area: 'seller-messages', conversation })
    const { text = '' } = readStored<MessageDraft>(name) ?? {}
    const all = [text, takeShopDraft(account, shop)].filter(Boolean).join('\n')
    const hasSubject = kind !== undefined && id !== undefined && title !== undefined
    if (all || hasSubject) {
      const draft: MessageDraft = {
        text: all,
        isNote: false,
        ...(hasSubject && { subject: { kind, id, title } }),
      }
      writeStored(name, draft)
    }
    const params = { account, conversation }
    void navigate({ to: '/dashboard/$account/spending/messages/$conversation', params, replace: true })
  }, [account, shop, conversation, kind, id, title, navigate])
  return <RowsSkeleton of={3} />
}
