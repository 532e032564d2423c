import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import { rememberReturnUrl } from './card-setup-return.ts'
import { ConnectCardDialog } from './connect-card-dialog.tsx'
import { type PaymentMethod, paymentMethodsQuery } from './payment-method-queries.ts'

/** Connects a card, which is typed in here or on a page of the payment provider that leads back. */
export function ConnectCardButton({ done }: { done?: (method: PaymentMethod) => void }) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const { data } = useQuery(paymentMethodsQuery(account))
  const [isOpen, setOpen] = useState(false)
  const leave = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/payment-methods/setup', { params: { account } }),
    onSuccess: ({ url }) => {
      rememberReturnUrl(account)
      window.location.assign(url)
    },
    onError: useProblemToast(),
  })
  return (
    <>
      <Button
        leftSection={<IconPlus size="1.125rem" aria-hidden />}
        loading={leave.isPending || leave.isSuccess}
        onClick={() => (data?.cards === 'hosted' ? leave.mutate() : setOpen(true))}
      >
        {t('connect')}
      </Button>
      {isOpen && <ConnectCardDialog close={() => setOpen(false)} {...(done && { done })} />}
    </>
  )
}
