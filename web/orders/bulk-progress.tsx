import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { actOf, printAddress, type Task, usePutAway, useStop, useTask } from './bulk.ts'

/** How far the work on many parcels has come, and what came of it. */
export function BulkProgress() {
  const task = useTask()
  if (!task) return null
  return (
    <Paper p="md" role="status">
      {task.endedAt === null ? <Running task={task} /> : <Ended task={task} />}
    </Paper>
  )
}

function Running({ task }: { task: Task }) {
  const { t } = useTranslation('parcels')
  const stop = useStop(task)
  const done = task.done + task.failed
  const title = t(`bulk.working.${actOf(task) ?? 'other'}`)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{title}</Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={task.state === 'stopping'}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t(task.state === 'stopping' ? 'bulk.stopping' : 'bulk.stop')}
        </Button>
      </Group>
      <Progress value={(100 * done) / task.total} aria-label={title} />
      <Text size="xs" c="dimmed">
        {t('bulk.of', { done: count(done), total: count(task.total) })} · {t('bulk.by', { person: task.by })}
      </Text>
    </Stack>
  )
}

function Ended({ task }: { task: Task }) {
  const { t } = useTranslation('parcels')
  const { id } = useAccount()
  const putAway = usePutAway(task)
  const hasLabels = actOf(task) === 'label' && task.done > 0
  return (
    <Stack gap="xs" align="flex-start">
      <Group justify="space-between" w="100%" wrap="nowrap">
        <Text fw={600}>
          {t(task.state === 'stopped' ? 'bulk.stopped' : 'bulk.finished', { count: task.done })}
        </Text>
        <CloseButton aria-label={t('bulk.dismiss')} onClick={putAway} />
      </Group>
      {task.failed > 0 && <Failures task={task} />}
      {hasLabels && (
        <Button
          component="a"
          href={printAddress(id, 'labels', { task: task.id })}
          target="_blank"
          leftSection={<IconPrinter size="1.125rem" aria-hidden />}
        >
          {t('bulk.openLabels', { count: task.done })}
        </Button>
      )}
    </Stack>
  )
}

/** Each reason once, with how often. */
function Failures({ task: { failed, problems } }: { task: Task }) {
  const { t } = useTranslation('parcels')
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
