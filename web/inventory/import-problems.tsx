import { ScrollArea, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'

type Problem = { row: number; column?: string; message: string }

/**
 * The problems of a file by row. Row numbers are those of a spreadsheet, where row 1 holds the names of the columns.
 */
export function ImportProblems({ problems, all }: { problems: Problem[]; all: number }) {
  const { t } = useTranslation('inventory')
  const rows = new Set(problems.map(({ row }) => row)).size
  return (
    <>
      <ScrollArea.Autosize mah="var(--stagedoor-tall)" type="auto" viewportProps={{ tabIndex: 0 }}>
        <Table aria-label={t('import.problems')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.problem')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.map(({ row, column, message }) => (
              <Table.Tr key={`${row} ${column} ${message}`}>
                <Table.Td>{formatNumber(row + 1)}</Table.Td>
                <Table.Td className="stagedoor-breaks">
                  {column && (
                    <Text span inherit fw={600}>
                      {column}{' '}
                    </Text>
                  )}
                  {message}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {rows < all && (
        <Text size="xs" c="dimmed">
          {t('import.firstProblems', { shown: formatNumber(rows), all: formatNumber(all) })}
        </Text>
      )}
    </>
  )
}
