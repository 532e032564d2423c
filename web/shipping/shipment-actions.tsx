import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi, type Input } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Shipment } from './shipment-queries.ts'
import { useOrderMutation } from './use-order-mutation.ts'

type Next = Input<'POST /accounts/:account/shipments/:shipment/progress'>['input']['status']

/** The statuses that can follow each status, the usual one first. */
const ways: Partial<Record<Shipment['status'], Next[]>> = {
  label_generated: ['dropped_off', 'in_transit', 'delivered', 'failed'],
  dropped_off: ['in_transit', 'delivered', 'failed'],
  in_transit: ['delivered', 'failed'],
  failed: ['created'],
}

/** The actions for a shipment other than its label: packing it, and setting its status. */
export function ShipmentActions({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const { name } = useAccount()
  const [isDelivered, setDelivered] = useState(false)
  const { pack, progress } = useShipmentActs(shipment)
  const [first, ...rest] = ways[shipment.status] ?? []
  const go = (status: Next) => (status === 'delivered' ? setDelivered(true) : progress.mutate(status))
  const canPack = !shipment.packedAt && ['created', 'label_generated'].includes(shipment.status)
  return (
    <>
      {first && (
        <Button loading={progress.isPending} onClick={() => go(first)}>
          {t(`shipment.go.${first}`)}
        </Button>
      )}
      {canPack && (
        <Button variant="default" loading={pack.isPending} onClick={() => pack.mutate()}>
          {t('shipment.pack')}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size="1rem" aria-hidden />}>
              {t('shipment.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((status) => (
              <Menu.Item
                key={status}
                onClick={() => go(status)}
                {...(status === 'failed' && { color: 'red' })}
              >
                {t(`shipment.go.${status}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {isDelivered && (
        <ConfirmDialog
          title={t('shipment.deliver.title')}
          text={t('shipment.deliver.text', { account: name })}
          confirm={t('shipment.deliver.confirm')}
          busy={progress.isPending}
          close={() => setDelivered(false)}
          act={() => progress.mutate('delivered', { onSettled: () => setDelivered(false) })}
        />
      )}
    </>
  )
}

function useShipmentActs({ id: shipment }: Shipment) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const params = { account, shipment }
  const pack = useOrderMutation(
    () => callApi('POST /accounts/:account/shipments/:shipment/packed', { params, input: {} }),
    () => showToast(t('shipment.isPacked')),
  )
  const progress = useOrderMutation(
    (status: Next) =>
      callApi('POST /accounts/:account/shipments/:shipment/progress', { params, input: { status } }),
    ({ status }) => showToast(t(`shipment.went.${status as Next}`)),
  )
  return { pack, progress }
}
