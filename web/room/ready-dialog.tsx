import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ConnectButton } from '../payments/connect-button.tsx'
import { methodsOf } from '../payments/methods.ts'
import { AccountContext } from '../shell/account.ts'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Account, allows } from '../shell/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { AddressForm } from '../spending/address-form.tsx'
import { addressesOf } from '../spending/addresses.ts'

type Given = { buyer: Account; close: () => void }

/** What an account lacks to bid, put right without leaving the show. */
export function ReadyDialog({ buyer, close }: Given) {
  const { t } = useTranslation('live')
  const methods = useQuery({ ...methodsOf(buyer.id), staleTime: 0 })
  const addresses = useQuery({ ...addressesOf(buyer.id), staleTime: 0 })
  const needsMethod = methods.data?.items.length === 0
  const needsAddress = addresses.data?.items.length === 0
  const title = t(needsMethod ? 'ready.method' : 'ready.address')
  const done = (isLast: boolean) => {
    if (!isLast) return
    tell(t('ready.done'))
    close()
  }
  return (
    <AccountContext.Provider value={buyer}>
      <Sheet opened onClose={close} title={title}>
        <Stack gap="lg">
          {!(methods.data && addresses.data) && <RowsSkeleton of={2} />}
          {needsMethod && <Method buyer={buyer} done={() => done(!needsAddress)} />}
          {needsAddress && (
            <Stack gap="sm">
              {needsMethod && <Title order={3}>{t('ready.address')}</Title>}
              <Text size="sm">{t('ready.addressText', { account: buyer.name })}</Text>
              <AddressForm submit={t('ready.use')} done={() => done(!needsMethod)} />
            </Stack>
          )}
        </Stack>
      </Sheet>
    </AccountContext.Provider>
  )
}

function Method({ buyer, done }: { buyer: Account; done: () => void }) {
  const { t } = useTranslation('live')
  const words = { account: buyer.name }
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('ready.methodText', words)}</Text>
      {allows(buyer, 'payment_methods.manage') ? (
        <ConnectButton done={done} />
      ) : (
        <Text size="sm">{t('ready.askOwner', words)}</Text>
      )}
    </Stack>
  )
}
