import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { ProductTaskProblems } from './product-task-problems.tsx'
import {
  isTaskRunning,
  type ProductTask,
  type ProductTaskKind,
  useDismissProductTask,
  useProductTask,
  useStopProductTask,
} from './product-task-queries.ts'

/** The progress and the result of a task; shows nothing while there is none. */
export function ProductTaskCard({ work }: { work: ProductTaskKind }) {
  const task = useProductTask(work)
  if (!task) return null
  return (
    <Paper p="md">
      {isTaskRunning(task) ? <Running work={work} task={task} /> : <Ended work={work} task={task} />}
    </Paper>
  )
}

function Running({ work, task }: { work: ProductTaskKind; task: ProductTask }) {
  const { t } = useTranslation('inventory')
  const stop = useStopProductTask(work, task)
  const done = task.done + task.failed
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} role="status">
          {t(`task.running.${work}`)}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={task.status === 'stopping'}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t(task.status === 'stopping' ? 'task.stopping' : 'task.stop')}
        </Button>
      </Group>
      <Progress value={(100 * done) / Math.max(1, task.total)} aria-label={t(`task.running.${work}`)} />
      <Text size="sm" c="dimmed">
        {t('task.of', { done: formatNumber(done), total: formatNumber(task.total), person: task.by })}
      </Text>
    </Stack>
  )
}

function Ended({ work, task }: { work: ProductTaskKind; task: ProductTask }) {
  const { t } = useTranslation('inventory')
  const putAway = useDismissProductTask(work)
  const left = task.total - task.done - task.failed
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} role="status">
          {t(`task.${task.status === 'stopped' ? 'stopped' : 'finished'}.${work}`)}
        </Text>
        <CloseButton aria-label={t('task.putAway')} onClick={() => putAway(task)} />
      </Group>
      <Text size="sm">
        {t('task.done', { count: task.done, shown: formatNumber(task.done) })}
        {left > 0 && ` ${t('task.left', { count: left, shown: formatNumber(left) })}`}
      </Text>
      {task.failed > 0 && <ProductTaskProblems work={work} task={task} />}
    </Stack>
  )
}
