import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Section } from '../ui/section.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Shipment } from './shipment-queries.ts'
import { useOrderMutation } from './use-order-mutation.ts'

type Contained = Shipment['orders'][number]

/** The orders in a shipment with their items. Several orders can be split until there is a label. */
export function ShipmentContents({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const [chosen, setChosen] = useState<string[]>([])
  const canSplit = shipment.status === 'created' && shipment.orders.length > 1
  const isRight = chosen.length > 0 && chosen.length < shipment.orders.length
  const split = useSplit(shipment)
  return (
    <Section title={t('shipment.contents')} {...(canSplit && { text: t('shipment.split.hint') })}>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('shipment.contents')}>
        <Stack component="ul" gap={0} className="stagedoor-rows">
          {shipment.orders.map((order) => (
            <Row key={order.id} order={order} canSplit={canSplit} />
          ))}
        </Stack>
      </Checkbox.Group>
      {canSplit && (
        <Group>
          <Button
            variant="default"
            disabled={!isRight}
            loading={split.isPending}
            onClick={() => split.mutate(chosen)}
          >
            {t('shipment.split.button', { count: Math.max(1, chosen.length) })}
          </Button>
        </Group>
      )}
    </Section>
  )
}

function Row({ order, canSplit }: { order: Contained; canSplit: boolean }) {
  const { t } = useTranslation(['shipping', 'orders'])
  const { id: account } = useAccount()
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      {canSplit && <Checkbox value={order.id} aria-label={t('orders:select', { code: order.code })} />}
      <Stack gap="xs" flex={1} miw={0}>
        <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order: order.id }} size="sm">
          {t('orders:code', { code: order.code })}
        </LinkAnchor>
        {order.items.map(({ product, title, sku, quantity, thumb }) => (
          <Group key={product} wrap="nowrap" gap="sm">
            <Thumbnail src={thumb} size="md" />
            <Stack gap={0} miw={0}>
              <Text size="sm" className="stagedoor-breaks">
                {quantity} × {title}
              </Text>
              {sku && (
                <Text size="xs" c="dimmed">
                  {t('orders:sku', { sku })}
                </Text>
              )}
            </Stack>
          </Group>
        ))}
      </Stack>
    </Group>
  )
}

function useSplit({ id: shipment }: Shipment) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const navigate = useNavigate()
  return useOrderMutation(
    (orders: string[]) =>
      callApi('POST /accounts/:account/shipments/:shipment/split', {
        params: { account, shipment },
        input: { orders },
      }),
    (made) => {
      showToast(t('shipment.split.done'))
      return navigate({
        to: '/dashboard/$account/orders/shipments/$shipment',
        params: { account, shipment: made.id },
      })
    },
  )
}
