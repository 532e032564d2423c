import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { formatList } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import { Section } from '../ui/section.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Shipment } from './shipment-queries.ts'
import { useOrderMutation } from './use-order-mutation.ts'

/** The shipments with which this one can be merged. */
export function MergeShipments({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const merge = useOrderMutation(
    (other: string) =>
      callApi('POST /accounts/:account/shipments/:shipment/merge', {
        params: { account, shipment: shipment.id },
        input: { shipment: other },
      }),
    () => showToast(t('shipment.merge.done')),
  )
  return (
    <Section title={t('shipment.merge.title')} text={t('shipment.merge.text')}>
      <Group gap="xs">
        {shipment.others.map(({ id, codes }) => (
          <Button
            key={id}
            variant="default"
            loading={merge.isPending && merge.variables === id}
            onClick={() => merge.mutate(id)}
          >
            {t('shipment.merge.button', { codes: formatList(codes) })}
          </Button>
        ))}
      </Group>
    </Section>
  )
}
