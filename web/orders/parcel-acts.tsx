import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Input } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell } from '../shell/told.ts'
import { Ask } from './ask.tsx'
import type { Parcel } from './queries.ts'
import { useAct } from './use-act.ts'

type Next = Input<'POST /accounts/:account/shipments/:shipment/progress'>['input']['status']

/** Where a parcel can go from each state: what is usual first. */
const ways: Partial<Record<Parcel['status'], Next[]>> = {
  label_generated: ['dropped_off', 'in_transit', 'delivered', 'failed'],
  dropped_off: ['in_transit', 'delivered', 'failed'],
  in_transit: ['delivered', 'failed'],
  failed: ['created'],
}

/** What can be done to a parcel now, besides its label: packing it, and saying how far it has come. */
export function ParcelActs({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const { name } = useAccount()
  const [isDelivered, setDelivered] = useState(false)
  const { pack, progress } = useParcelActs(parcel)
  const [first, ...rest] = ways[parcel.status] ?? []
  const go = (status: Next) => (status === 'delivered' ? setDelivered(true) : progress.mutate(status))
  const canPack = !parcel.packedAt && ['created', 'label_generated'].includes(parcel.status)
  return (
    <>
      {first && (
        <Button loading={progress.isPending} onClick={() => go(first)}>
          {t(`parcel.go.${first}`)}
        </Button>
      )}
      {canPack && (
        <Button variant="default" loading={pack.isPending} onClick={() => pack.mutate()}>
          {t('parcel.pack')}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size="1rem" aria-hidden />}>
              {t('parcel.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((status) => (
              <Menu.Item
                key={status}
                onClick={() => go(status)}
                {...(status === 'failed' && { color: 'red' })}
              >
                {t(`parcel.go.${status}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {isDelivered && (
        <Ask
          title={t('parcel.deliver.title')}
          text={t('parcel.deliver.text', { account: name })}
          confirm={t('parcel.deliver.confirm')}
          busy={progress.isPending}
          close={() => setDelivered(false)}
          act={() => progress.mutate('delivered', { onSettled: () => setDelivered(false) })}
        />
      )}
    </>
  )
}

function useParcelActs({ id: shipment }: Parcel) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const params = { account, shipment }
  const pack = useAct(
    () => call('POST /accounts/:account/shipments/:shipment/packed', { params, input: {} }),
    () => tell(t('parcel.isPacked')),
  )
  const progress = useAct(
    (status: Next) =>
      call('POST /accounts/:account/shipments/:shipment/progress', { params, input: { status } }),
    ({ status }) => tell(t(`parcel.went.${status as Next}`)),
  )
  return { pack, progress }
}
