import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import {
  type ShipmentTask,
  shipmentPdfUrl,
  shipmentTaskAction,
  useDismissShipmentTask,
  useShipmentTask,
  useStopShipmentTask,
} from './shipment-task-queries.ts'

/** The progress and the result of a bulk task. */
export function ShipmentTaskProgress() {
  const task = useShipmentTask()
  if (!task) return null
  return (
    <Paper p="md" role="status">
      {task.endedAt === null ? <Running task={task} /> : <Ended task={task} />}
    </Paper>
  )
}

function Running({ task }: { task: ShipmentTask }) {
  const { t } = useTranslation('shipping')
  const stop = useStopShipmentTask(task)
  const done = task.done + task.failed
  const title = t(`bulk.working.${shipmentTaskAction(task) ?? 'other'}`)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{title}</Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={task.status === 'stopping'}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t(task.status === 'stopping' ? 'bulk.stopping' : 'bulk.stop')}
        </Button>
      </Group>
      <Progress value={(100 * done) / task.total} aria-label={title} />
      <Text size="xs" c="dimmed">
        {t('bulk.of', { done: formatNumber(done), total: formatNumber(task.total) })} ·{' '}
        {t('bulk.by', { person: task.by })}
      </Text>
    </Stack>
  )
}

function Ended({ task }: { task: ShipmentTask }) {
  const { t } = useTranslation('shipping')
  const { id } = useAccount()
  const putAway = useDismissShipmentTask(task)
  const hasLabels = shipmentTaskAction(task) === 'label' && task.done > 0
  return (
    <Stack gap="xs" align="flex-start">
      <Group justify="space-between" w="100%" wrap="nowrap">
        <Text fw={600}>
          {t(task.status === 'stopped' ? 'bulk.stopped' : 'bulk.finished', { count: task.done })}
        </Text>
        <CloseButton aria-label={t('bulk.dismiss')} onClick={putAway} />
      </Group>
      {task.failed > 0 && <Failures task={task} />}
      {hasLabels && (
        <Button
          component="a"
          href={shipmentPdfUrl(id, 'labels', { task: task.id })}
          target="_blank"
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
        >
          {t('bulk.openLabels', { count: task.done })}
        </Button>
      )}
    </Stack>
  )
}

/** Each reason once, with the number of shipments. */
function Failures({ task: { failed, problems } }: { task: ShipmentTask }) {
  const { t } = useTranslation('shipping')
  const reasons = Map.groupBy(problems, ({ message }) => message)
  return (
    <Stack gap={4}>
      <Text size="sm">{t('bulk.failed', { count: failed })}</Text>
      {[...reasons].map(([message, rows]) => (
        <Text key={message} size="sm">
          {t('bulk.times', { count: rows.length })} {message}
        </Text>
      ))}
    </Stack>
  )
}
