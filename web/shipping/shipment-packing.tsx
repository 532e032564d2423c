import { Alert, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { canPackShipment, type PackingLine, shipmentOrderCodes } from './packing-lines.ts'
import { OpenShipmentLink } from './shipment-link.tsx'
import type { Shipment } from './shipment-queries.ts'
import type { Packing } from './use-packing.ts'

type Given = { packing: Packing; shipment: Shipment; back: () => void }

/** The shipment that is being packed: its items, counted piece by piece. */
export function ShipmentPacking({ packing, shipment, back }: Given) {
  const { t } = useTranslation(['shipping', 'orders'])
  const then = (act: () => unknown) => () => {
    void act()
    back()
  }
  return (
    <Paper p="md" component="section" aria-label={t('pack.items')}>
      <Stack gap="md">
        <Group justify="space-between">
          <Stack gap={0}>
            <Title order={2}>{shipmentOrderCodes(shipment)}</Title>
            <Text size="sm" c="dimmed">
              {shipment.address?.name ?? t('orders:gone')}
            </Text>
          </Stack>
          <OpenShipmentLink id={shipment.id} />
        </Group>
        {canPackShipment(shipment) ? (
          <Counting packing={packing} then={then} />
        ) : (
          <Already shipment={shipment} close={then(packing.aside)} />
        )}
      </Stack>
    </Paper>
  )
}

function Counting({ packing, then }: { packing: Packing; then: (act: () => unknown) => () => void }) {
  const { t } = useTranslation('shipping')
  const { lines, counts, left } = packing
  const all = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <>
      <Progress value={(100 * (all - left)) / Math.max(1, all)} aria-label={t('pack.items')} />
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('pack.items')}>
        {lines.map((line) => (
          <Row
            key={line.key}
            line={line}
            done={counts[line.key] ?? 0}
            add={then(() => packing.add(line.key))}
          />
        ))}
      </Stack>
      <Group justify="space-between">
        <Text fw={600} role="status">
          {left > 0 ? t('pack.left', { count: left }) : t('pack.complete')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={then(packing.aside)}>
            {t('pack.aside')}
          </Button>
          {left === 0 && (
            <Button leftSection={<IconCheck size="1.125rem" aria-hidden />} onClick={then(packing.finish)}>
              {t('pack.finish')}
            </Button>
          )}
        </Group>
      </Group>
      {left === 0 && (
        <Text size="xs" c="dimmed">
          {t('pack.finishHint')}
        </Text>
      )}
    </>
  )
}

function Row({ line, done, add }: { line: PackingLine; done: number; add: () => void }) {
  const { t } = useTranslation(['shipping', 'orders'])
  const { title, sku, quantity, thumb, code } = line
  const isIn = done >= quantity
  return (
    <Group component="li" wrap="nowrap" gap="sm">
      <Thumbnail src={thumb} />
      <Stack gap={2} flex={1} miw={0}>
        <Text fw={600} className="stagedoor-breaks">
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {[sku && t('orders:sku', { sku }), code].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      <Badge color={isIn ? 'green' : 'gray'} size="lg">
        {t('pack.counted', { done, total: quantity })}
      </Badge>
      {isIn ? (
        <IconCircleCheck aria-hidden className="stagedoor-done" />
      ) : (
        <Button variant="default" aria-label={t('pack.add', { title })} onClick={add}>
          <IconPlus size="1rem" aria-hidden />
        </Button>
      )}
    </Group>
  )
}

/** Shown for a shipment that is already packed or has left. */
function Already({ shipment, close }: { shipment: Shipment; close: () => void }) {
  const { t } = useTranslation('shipping')
  const { packedAt, packedBy, status } = shipment
  const isHere = status === 'created' || status === 'label_generated'
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color="gray" w="100%">
        {isHere && packedAt
          ? t('pack.before', { person: packedBy ?? '', when: formatDateTime(packedAt) })
          : t('pack.cannot', { status: t(`shipment.status.${status}`) })}
      </Alert>
      <Button variant="default" onClick={close}>
        {t('pack.aside')}
      </Button>
    </Stack>
  )
}
