import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { ImportProblems } from './import-problems.tsx'
import type { ProductTask, ProductTaskKind } from './product-task-queries.ts'

/** What was refused: for an import by row, as a spreadsheet counts them; for a bulk change, each reason once. */
export function ProductTaskProblems({
  work,
  task: { failed, problems },
}: {
  work: ProductTaskKind
  task: ProductTask
}) {
  const { t } = useTranslation('inventory')
  const shown = formatNumber(failed)
  if (work === 'imports')
    return (
      <Stack gap={4}>
        <Text size="sm">{t('task.failedRows', { count: failed, shown })}</Text>
        <ImportProblems problems={problems} all={failed} />
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
