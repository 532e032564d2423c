import { Alert, Badge, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { Thumb } from '../shell/thumb.tsx'
import { OpenParcel } from './order-link.tsx'
import { canPack, codesOf, type Line } from './packing.ts'
import type { Parcel } from './queries.ts'
import type { Packing } from './use-packing.ts'

type Given = { packing: Packing; parcel: Parcel; back: () => void }

/** The parcel on the table: what goes in, counted piece by piece. */
export function PackedParcel({ packing, parcel, back }: Given) {
  const { t } = useTranslation(['parcels', 'orders'])
  const then = (act: () => unknown) => () => {
    void act()
    back()
  }
  return (
    <Paper p="md" component="section" aria-label={t('pack.items')}>
      <Stack gap="md">
        <Group justify="space-between">
          <Stack gap={0}>
            <Title order={2}>{codesOf(parcel)}</Title>
            <Text size="sm" c="dimmed">
              {parcel.address?.name ?? t('orders:gone')}
            </Text>
          </Stack>
          <OpenParcel id={parcel.id} />
        </Group>
        {canPack(parcel) ? (
          <Counting packing={packing} then={then} />
        ) : (
          <Already parcel={parcel} close={then(packing.aside)} />
        )}
      </Stack>
    </Paper>
  )
}

function Counting({ packing, then }: { packing: Packing; then: (act: () => unknown) => () => void }) {
  const { t } = useTranslation('parcels')
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

function Row({ line, done, add }: { line: Line; done: number; add: () => void }) {
  const { t } = useTranslation(['parcels', 'orders'])
  const { title, sku, quantity, thumb, code } = line
  const isIn = done >= quantity
  return (
    <Group component="li" wrap="nowrap" gap="sm">
      <Thumb src={thumb} />
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

/** Packed before, or gone. */
function Already({ parcel, close }: { parcel: Parcel; close: () => void }) {
  const { t } = useTranslation('parcels')
  const { packedAt, packedBy, status } = parcel
  const isHere = status === 'created' || status === 'label_generated'
  return (
    <Stack gap="sm" align="flex-start">
      <Alert color="gray" w="100%">
        {isHere && packedAt
          ? t('pack.before', { person: packedBy ?? '', when: dayAndTime(packedAt) })
          : t('pack.cannot', { status: t(`parcel.status.${status}`) })}
      </Alert>
      <Button variant="default" onClick={close}>
        {t('pack.aside')}
      </Button>
    </Stack>
  )
}
