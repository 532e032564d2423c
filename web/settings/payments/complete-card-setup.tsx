import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { showToast } from '../../ui/toasts.ts'
import { takeReturnUrl } from './card-setup-return.ts'
import { paymentMethodName, paymentMethodsQuery } from './payment-method-queries.ts'

/**
 * After the return from the payment provider's page: stores the connected card, and opens the page where the person
 * was.
 */
export function CompleteCardSetup({ session }: { session: string }) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { mutate, error } = useMutation({
    mutationFn: (session: string) =>
      callApi('POST /accounts/:account/payment-methods/setup/complete', {
        params: { account },
        input: { session },
      }),
    onSuccess: async (method) => {
      showToast(t('form.done', { card: paymentMethodName(method) }))
      await queries.invalidateQueries({ queryKey: paymentMethodsQuery(account).queryKey })
      const href = takeReturnUrl(account) ?? `/dashboard/${account}/settings/payment-methods`
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
