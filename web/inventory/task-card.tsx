import { Button, CloseButton, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { TaskProblems } from './task-problems.tsx'
import { isRunning, type Task, usePutAway, useStop, useTask, type Work } from './tasks.ts'

/** How far long work has come, and what came of it; nothing while there is none. */
export function TaskCard({ work }: { work: Work }) {
  const task = useTask(work)
  if (!task) return null
  return (
    <Paper p="md">
      {isRunning(task) ? <Running work={work} task={task} /> : <Ended work={work} task={task} />}
    </Paper>
  )
}

function Running({ work, task }: { work: Work; task: Task }) {
  const { t } = useTranslation('inventory')
  const stop = useStop(work, task)
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
          disabled={task.state === 'stopping'}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t(task.state === 'stopping' ? 'task.stopping' : 'task.stop')}
        </Button>
      </Group>
      <Progress value={(100 * done) / Math.max(1, task.total)} aria-label={t(`task.running.${work}`)} />
      <Text size="sm" c="dimmed">
        {t('task.of', { done: count(done), total: count(task.total), person: task.by })}
      </Text>
    </Stack>
  )
}

function Ended({ work, task }: { work: Work; task: Task }) {
  const { t } = useTranslation('inventory')
  const putAway = usePutAway(work)
  const left = task.total - task.done - task.failed
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} role="status">
          {t(`task.${task.state === 'stopped' ? 'stopped' : 'finished'}.${work}`)}
        </Text>
        <CloseButton aria-label={t('task.putAway')} onClick={() => putAway(task)} />
      </Group>
      <Text size="sm">
        {t('task.done', { count: task.done, shown: count(task.done) })}
        {left > 0 && ` ${t('task.left', { count: left, shown: count(left) })}`}
      </Text>
      {task.failed > 0 && <TaskProblems work={work} task={task} />}
    </Stack>
  )
}
