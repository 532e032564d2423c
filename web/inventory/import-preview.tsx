import { Badge, Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { ImportProblems } from './import-problems.tsx'
import type { ImportPlan } from './use-product-import.ts'

const outcomes = ['create', 'update', 'unchanged', 'failed'] as const
const colors = { create: 'green', update: 'amber', unchanged: 'gray', failed: 'red' } as const

type Given = {
  file: File
  preview: ImportPlan
  problem: Error | null
  busy: boolean
  begin: () => void
  back: () => void
}

/** The preview of an import, before anything is changed. */
export function ImportPreview({ file, preview, problem, busy, begin, back }: Given) {
  const { t } = useTranslation('inventory')
  const usable = preview.rows - preview.failed
  return (
    <Stack gap="lg">
      <Title order={2} className="stagedoor-breaks">
        {t('import.seen', { file: file.name, count: preview.rows, shown: formatNumber(preview.rows) })}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {outcomes.map((outcome) => (
          <Paper key={outcome} p="sm">
            <Text fz="h1" fw={650} lh="xs">
              {formatNumber(preview[outcome])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`import.outcomes.${outcome}`)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      {preview.failed > 0 && (
        <Stack gap="xs">
          <Text size="sm">
            {t(usable > 0 ? 'import.someFail' : 'import.allFail', {
              count: preview.failed,
              shown: formatNumber(preview.failed),
            })}
          </Text>
          <ImportProblems problems={preview.problems} all={preview.failed} />
        </Stack>
      )}
      <Sample preview={preview} />
      <ProblemAlert problem={problem} />
      <Group>
        <Button disabled={usable === 0} loading={busy} onClick={begin}>
          {t('import.begin', { count: usable, shown: formatNumber(usable) })}
        </Button>
        <Button variant="default" onClick={back}>
          {t('import.another')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The first rows as they were read, so that wrong characters or shifted columns are visible at once. */
function Sample({ preview: { sample, columns } }: { preview: ImportPlan }) {
  const { t } = useTranslation('inventory')
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('import.sample')}
      </Text>
      <Table.ScrollContainer minWidth={0} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('import.sample')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.outcome')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.map(({ row, outcome, cells }) => (
              <Table.Tr key={row}>
                <Table.Td>{formatNumber(row + 1)}</Table.Td>
                <Table.Td>
                  <Badge color={colors[outcome]}>{t(`import.outcome_.${outcome}`)}</Badge>
                </Table.Td>
                {columns.map((column, place) => (
                  <Table.Td key={column}>
                    <Text size="sm" lineClamp={2} maw="var(--stagedoor-menu)">
                      {cells[place]}
                    </Text>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
