import { Button, Code, List, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section.tsx'
import { useExportProducts } from './csv-menu.tsx'

/** The columns of a product file. */
const columns = [
  'id',
  'sku',
  'title',
  'description',
  'category',
  'condition',
  'sale',
  'price',
  'currency',
  'quantity',
  'weight_grams',
  'status',
] as const
const rules = ['match', 'create', 'leave', 'stock'] as const

/** Explains how to make a file; the easiest way is to start from an export. */
export function ImportGuide() {
  const { t } = useTranslation('inventory')
  const exported = useExportProducts({})
  return (
    <Section title={t('import.guide')} text={t('import.guideText')}>
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconDownload size="1.125rem" aria-hidden />}
        loading={exported.isPending}
        onClick={() => exported.mutate()}
      >
        {t('csv.export')}
      </Button>
      <List size="sm" spacing="xs">
        {rules.map((rule) => (
          <List.Item key={rule}>{t(`import.rules.${rule}`)}</List.Item>
        ))}
      </List>
      <Table aria-label={t('import.columnsLabel')}>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column}>
              <Table.Th scope="row">
                <Code>{column}</Code>
              </Table.Th>
              <Table.Td>
                <Text size="sm">{t(`import.columns.${column}`)}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
