import { Button, EmptyState, Stack } from '@mantine/core'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { AddressForm } from './address-form.tsx'
import { AddressItem } from './address-item.tsx'
import { type Address, addressesQuery } from './address-queries.ts'

export function AddressesPage() {
  const { t } = useTranslation(['spending', 'layout'])
  const { id, name } = useAccount()
  const { data } = useSuspenseQuery(addressesQuery(id))
  const [edited, setEdited] = useState<Address | 'new'>()
  const add = () => setEdited('new')
  return (
    <Stack gap="lg">
      <PageHeader
        title={t('tabs.addresses')}
        lead={t('addresses.lead', { account: name })}
        actions={<AddButton add={add} />}
      />
      {data.items.length === 0 ? (
        <Empty add={add} />
      ) : (
        <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.addresses')}>
          {data.items.map((address) => (
            <AddressItem key={address.id} address={address} edit={() => setEdited(address)} />
          ))}
        </Stack>
      )}
      {edited && (
        <Dialog
          opened
          onClose={() => setEdited(undefined)}
          title={t(edited === 'new' ? 'addresses.addTitle' : 'addresses.editTitle')}
        >
          <AddressForm
            {...(edited !== 'new' && { address: edited })}
            before={data.items[0]}
            submit={edited === 'new' ? t('addresses.add') : t('layout:form.save')}
            done={() => setEdited(undefined)}
          />
        </Dialog>
      )}
    </Stack>
  )
}

function AddButton({ add }: { add: () => void }) {
  const { t } = useTranslation('spending')
  return (
    <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={add}>
      {t('addresses.add')}
    </Button>
  )
}

function Empty({ add }: { add: () => void }) {
  const { t } = useTranslation('spending')
  return (
    <EmptyState
      py="xl"
      icon={<IconMapPin aria-hidden />}
      title={t('addresses.empty')}
      description={t('addresses.emptyText')}
    >
      <EmptyState.Actions>
        <AddButton add={add} />
      </EmptyState.Actions>
    </EmptyState>
  )
}
