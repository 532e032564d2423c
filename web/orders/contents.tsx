import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { Section } from '../shell/section.tsx'
import { Thumb } from '../shell/thumb.tsx'
import { tell } from '../shell/told.ts'
import type { Parcel } from './queries.ts'
import { useAct } from './use-act.ts'

type Contained = Parcel['orders'][number]

/** The orders in a parcel with what was bought; several can be taken apart until there is a label. */
export function Contents({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const [chosen, setChosen] = useState<string[]>([])
  const canSplit = parcel.status === 'created' && parcel.orders.length > 1
  const isRight = chosen.length > 0 && chosen.length < parcel.orders.length
  const split = useSplit(parcel)
  return (
    <Section title={t('parcel.contents')} {...(canSplit && { text: t('parcel.split.hint') })}>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('parcel.contents')}>
        <Stack component="ul" gap={0} className="stagedoor-rows">
          {parcel.orders.map((order) => (
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
            {t('parcel.split.button', { count: Math.max(1, chosen.length) })}
          </Button>
        </Group>
      )}
    </Section>
  )
}

function Row({ order, canSplit }: { order: Contained; canSplit: boolean }) {
  const { t } = useTranslation(['parcels', 'orders'])
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
            <Thumb src={thumb} size="md" />
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

function useSplit({ id: shipment }: Parcel) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const navigate = useNavigate()
  return useAct(
    (orders: string[]) =>
      call('POST /accounts/:account/shipments/:shipment/split', {
        params: { account, shipment },
        input: { orders },
      }),
    (made) => {
      tell(t('parcel.split.done'))
      return navigate({
        to: '/dashboard/$account/orders/parcels/$parcel',
        params: { account, parcel: made.id },
      })
    },
  )
}
