import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { ConnectDialog } from './connect-dialog.tsx'
import { type Method, methodsOf } from './methods.ts'
import { rememberPlace } from './way-back.ts'

/** Connects a card: typed in here, or on a page of the payment provider's, which leads back to where one was. */
export function ConnectButton({ done }: { done?: (method: Method) => void }) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const { data } = useQuery(methodsOf(account))
  const [isOpen, setOpen] = useState(false)
  const leave = useMutation({
    mutationFn: () => call('POST /accounts/:account/payment-methods/setup', { params: { account } }),
    onSuccess: ({ url }) => {
      rememberPlace(account)
      window.location.assign(url)
    },
    onError: useTellProblem(),
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
      {isOpen && <ConnectDialog close={() => setOpen(false)} {...(done && { done })} />}
    </>
  )
}
