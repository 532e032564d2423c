import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { Problems } from './problems.tsx'
import type { Task, Work } from './tasks.ts'

/** What was refused: of an import row by row, as a spreadsheet counts them; of a change each reason once. */
export function TaskProblems({ work, task: { failed, problems } }: { work: Work; task: Task }) {
  const { t } = useTranslation('inventory')
  const shown = count(failed)
  if (work === 'imports')
    return (
      <Stack gap={4}>
        <Text size="sm">{t('task.failedRows', { count: failed, shown })}</Text>
        <Problems problems={problems} all={failed} />
      </Stack>
    )
  const reasons = Map.groupBy(problems, ({ message }) => message)
  return (
    <Stack gap={4}>
      <Text size="sm">{t('task.failed', { count: failed, shown })}</Text>
      {[...reasons].map(([message, rows]) => (
        <Text key={message} size="sm" c="dimmed">
          {t('task.times', { count: rows.length })} {message}
        </Text>
      ))}
    </Stack>
  )
}
