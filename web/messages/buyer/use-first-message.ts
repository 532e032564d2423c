import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { callApi } from '../../data/api.ts'
import { newIdempotencyKey } from '../../data/idempotency-key.ts'
import { sellerMessageKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import type { MessageSubject } from '../conversation-api.ts'
import { readStored, storageKey, writeStored } from '../outbox/browser-storage.ts'

/**
 * The typed text and, once it was sent, that text with its key: sending the same again has the effect of one message.
 */
type Kept = { text: string; sent?: { text: string; key: string } }

const nameFor = (account: string, shop: string) =>
  storageKey('draft', { account, area: 'seller-messages', conversation: `@${shop}` })

/** Returns the text that was typed for a shop and not sent, and removes it from the storage. */
export function takeShopDraft(account: string, shop: string): string {
  const name = nameFor(account, shop)
  const { text = '', sent } = readStored<Kept>(name) ?? {}
  writeStored(name, undefined)
  return sent ? '' : text
}

/** The first message to a shop. The typed text survives a closed tab, until it has been sent. */
export function useFirstMessage(shop: string, subject: MessageSubject | undefined) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const name = nameFor(account, shop)
  const [kept, setKept] = useState<Kept>(() => readStored<Kept>(name) ?? { text: '' })
  const keep = (next: Kept) => {
    setKept(next)
    writeStored(name, next.text === '' ? undefined : next)
  }
  const start = useMutation({
    mutationFn: (input: { text: string; key: string }) =>
      callApi('POST /accounts/:account/buyer-conversations', {
        params: { account },
        input: { shop, ...input, ...(subject && { subject: { kind: subject.kind, id: subject.id } }) },
      }),
    onSuccess: ({ conversation }) => {
      writeStored(name, undefined)
      void queries.invalidateQueries({ queryKey: sellerMessageKeys.all(account) })
      const params = { account, conversation }
      return navigate({ to: '/dashboard/$account/spending/messages/$conversation', params, replace: true })
    },
  })
  return {
    text: kept.text,
    type: (text: string) => keep({ ...kept, text }),
    send: () => {
      const { text, sent } = kept
      const key = sent?.text === text ? sent.key : newIdempotencyKey()
      keep({ text, sent: { text, key } })
      start.mutate({ text, key })
    },
    /** It is being sent or has been sent: a conversation that now exists is the one that it created. */
    isSending: start.isPending || start.isSuccess,
    problem: start.error,
  }
}
