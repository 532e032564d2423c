import { Button, EmptyState, Stack } from '@mantine/core'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { AddressForm } from './address-form.tsx'
import { AddressItem } from './address-item.tsx'
import { type Address, addressesOf } from './addresses.ts'

export function AddressesPage() {
  const { t } = useTranslation(['spending', 'shell'])
  const { id, name } = useAccount()
  const { data, error, refetch } = useQuery(addressesOf(id))
  const [edited, setEdited] = useState<Address | 'new'>()
  const add = () => setEdited('new')
  return (
    <Stack gap="lg">
      <PageHead
        title={t('tabs.addresses')}
        lead={t('addresses.lead', { account: name })}
        actions={<AddButton add={add} />}
      />
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />)}
      {data?.items.length === 0 && <Empty add={add} />}
      {data && data.items.length > 0 && (
        <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.addresses')}>
          {data.items.map((address) => (
            <AddressItem key={address.id} address={address} edit={() => setEdited(address)} />
          ))}
        </Stack>
      )}
      {edited && (
        <Sheet
          opened
          onClose={() => setEdited(undefined)}
          title={t(edited === 'new' ? 'addresses.addTitle' : 'addresses.editTitle')}
        >
          <AddressForm
            {...(edited !== 'new' && { address: edited })}
            before={data?.items[0]}
            submit={edited === 'new' ? t('addresses.add') : t('shell:form.save')}
            done={() => setEdited(undefined)}
          />
        </Sheet>
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
