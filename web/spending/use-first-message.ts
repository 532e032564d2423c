import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { nameOf, read, write } from '../messages/kept.ts'
import type { About } from '../messages/side.ts'
import { useAccount } from '../shell/account.ts'
import { newKey } from '../shell/new-key.ts'

/** What is being written; once it was sent, as what and under which key: the same, sent again, is one message. */
type Kept = { text: string; sent?: { text: string; key: string } }

const nameFor = (account: string, shop: string) =>
  nameOf('draft', { account, area: 'seller-messages', conversation: `@${shop}` })

/** What was typed for a shop and not sent; it is taken from there. */
export function takeTyped(account: string, shop: string): string {
  const name = nameFor(account, shop)
  const { text = '', sent } = read<Kept>(name) ?? {}
  write(name, undefined)
  return sent ? '' : text
}

/** The first message to a shop. What was typed is there again after a closed tab, until it has arrived. */
export function useFirstMessage(shop: string, about: About | undefined) {
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const name = nameFor(account, shop)
  const [kept, setKept] = useState<Kept>(() => read<Kept>(name) ?? { text: '' })
  const keep = (next: Kept) => {
    setKept(next)
    write(name, next.text === '' ? undefined : next)
  }
  const start = useMutation({
    mutationFn: (input: { text: string; key: string }) =>
      call('POST /accounts/:account/seller-conversations', {
        params: { account },
        input: { shop, ...input, ...(about && { about: { kind: about.kind, id: about.id } }) },
      }),
    onSuccess: ({ conversation }) => {
      write(name, undefined)
      void queries.invalidateQueries({ queryKey: [account, 'seller-messages'] })
      const params = { account, conversation }
      return navigate({ to: '/dashboard/$account/spending/messages/$conversation', params, replace: true })
    },
  })
  return {
    text: kept.text,
    type: (text: string) => keep({ ...kept, text }),
    send: () => {
      const { text, sent } = kept
      const key = sent?.text === text ? sent.key : newKey()
      keep({ text, sent: { text, key } })
      start.mutate({ text, key })
    },
    /** It has been sent, or is being sent: the conversation that is then there is its own. */
    isSending: start.isPending || start.isSuccess,
    problem: start.error,
  }
}
