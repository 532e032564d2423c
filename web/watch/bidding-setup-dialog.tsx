import { Stack, Text, Title } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AddressForm } from '../addresses/address-form.tsx'
import { addressesQuery } from '../addresses/address-queries.ts'
import { AccountContext } from '../session/account-context.ts'
import { type Account, hasPermission } from '../session/me-queries.ts'
import { ConnectCardButton } from '../settings/payments/connect-card-button.tsx'
import { paymentMethodsQuery } from '../settings/payments/payment-method-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { showToast } from '../ui/toasts.ts'

type Given = { buyer: Account; close: () => void }

/** Adds what an account needs for bidding, without leaving the show. */
export function BiddingSetupDialog({ buyer, close }: Given) {
  const { t } = useTranslation('watch')
  const { data } = useQuery(paymentMethodsQuery(buyer.id))
  return (
    <AccountContext.Provider value={buyer}>
      <Dialog opened onClose={close} title={t(data?.items.length === 0 ? 'ready.method' : 'ready.address')}>
        <QueryBoundary rows={2}>
          <Missing buyer={buyer} close={close} />
        </QueryBoundary>
      </Dialog>
    </AccountContext.Provider>
  )
}

function Missing({ buyer, close }: Given) {
  const { t } = useTranslation('watch')
  const methods = useSuspenseQuery({ ...paymentMethodsQuery(buyer.id), staleTime: 0 })
  const addresses = useSuspenseQuery({ ...addressesQuery(buyer.id), staleTime: 0 })
  const needsMethod = methods.data.items.length === 0
  const needsAddress = addresses.data.items.length === 0
  const done = (isLast: boolean) => {
    if (!isLast) return
    showToast(t('ready.done'))
    close()
  }
  return (
    <Stack gap="lg">
      {needsMethod && <Method buyer={buyer} done={() => done(!needsAddress)} />}
      {needsAddress && (
        <Stack gap="sm">
          {needsMethod && <Title order={3}>{t('ready.address')}</Title>}
          <Text size="sm">{t('ready.addressText', { account: buyer.name })}</Text>
          <AddressForm submit={t('ready.use')} done={() => done(!needsMethod)} />
        </Stack>
      )}
    </Stack>
  )
}

function Method({ buyer, done }: { buyer: Account; done: () => void }) {
  const { t } = useTranslation('watch')
  const words = { account: buyer.name }
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('ready.methodText', words)}</Text>
      {hasPermission(buyer, 'payment_methods.manage') ? (
        <ConnectCardButton done={done} />
      ) : (
        <Text size="sm">{t('ready.askOwner', words)}</Text>
      )}
    </Stack>
  )
}
