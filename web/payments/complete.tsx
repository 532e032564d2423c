import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { tell } from '../shell/told.ts'
import { methodsOf, nameOf } from './methods.ts'
import { placeBefore } from './way-back.ts'

/** Back from the payment provider's page: takes the card that was connected there, and goes on to where one was. */
export function Complete({ session }: { session: string }) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { mutate, error } = useMutation({
    mutationFn: (session: string) =>
      call('POST /accounts/:account/payment-methods/setup/complete', {
        params: { account },
        input: { session },
      }),
    onSuccess: async (method) => {
      tell(t('form.done', { card: nameOf(method) }))
      await queries.invalidateQueries({ queryKey: methodsOf(account).queryKey })
      const href = placeBefore(account) ?? `/dashboard/${account}/settings/payment-methods`
      await navigate({ href, replace: true })
    },
  })
  const asked = useRef('')
  useEffect(() => {
    if (asked.current === session) return
    asked.current = session
    mutate(session)
  }, [session, mutate])
  return error ? <ProblemAlert problem={error} retry={() => mutate(session)} /> : <RowsSkeleton of={1} />
}
