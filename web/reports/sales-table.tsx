import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { fullIntervalLabel } from './interval-labels.ts'
import type { SalesBucket, SalesInterval } from './sales-buckets.ts'

type Given = { buckets: SalesBucket[]; step: SalesInterval; currency: string }
const amounts = ['gross', 'refunds', 'fees', 'labels', 'net'] as const

export function SalesTable(given: Given) {
  const isNarrow = useIsNarrow('md')
  return isNarrow ? <Lines {...given} /> : <Wide {...given} />
}

function Wide({ buckets, step, currency }: Given) {
  const { t } = useTranslation('reports')
  return (
    <Table aria-label={t('chart.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`chart.${step}`)}</Table.Th>
          <Table.Th ta="right">{t('figures.orders')}</Table.Th>
          {amounts.map((key) => (
            <Table.Th key={key} ta="right">
              {t(`figures.${key}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {buckets.map((bucket) => (
          <Table.Tr key={bucket.begins}>
            <Table.Th scope="row">{fullIntervalLabel(bucket.begins, step)}</Table.Th>
            <Table.Td ta="right">{formatNumber(bucket.orders)}</Table.Td>
            {amounts.map((key) => (
              <Table.Td key={key} ta="right">
                {formatMoney(bucket[key], currency)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Lines({ buckets, step, currency }: Given) {
  const { t } = useTranslation('reports')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('chart.title')}>
      {buckets.map((bucket) => (
        <Stack component="li" key={bucket.begins} gap={4}>
          <Group justify="space-between">
            <Text size="sm" fw={600}>
              {fullIntervalLabel(bucket.begins, step)}
            </Text>
            <Text size="sm">{t('buyers.bought', { count: bucket.orders })}</Text>
          </Group>
          {amounts
            .filter((key) => key === 'gross' || key === 'net' || bucket[key] !== 0)
            .map((key) => (
              <Group key={key} justify="space-between">
                <Text size="sm" c="dimmed">
                  {t(`figures.${key}`)}
                </Text>
                <Text size="sm">{formatMoney(bucket[key], currency)}</Text>
              </Group>
            ))}
        </Stack>
      ))}
    </Stack>
  )
}
