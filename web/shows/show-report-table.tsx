import { Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { LoadMore } from '../ui/load-more.tsx'
import type { ShowReport } from './show-queries.ts'

/** The number of rows that are shown before the rest is requested. */
const first = 30

export function ShowReportTable({ report: { minutes, currency } }: { report: ShowReport }) {
  const { t } = useTranslation('reports')
  const [isAll, setAll] = useState(minutes.length <= first)
  const more = { hasNextPage: !isAll, isFetchingNextPage: false, fetchNextPage: () => setAll(true) }
  return (
    <div>
      <Table aria-label={t('show.chart')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('show.minute')}</Table.Th>
            <Table.Th ta="right">{t('show.viewers')}</Table.Th>
            <Table.Th ta="right">{t('show.orders')}</Table.Th>
            <Table.Th ta="right">{t('show.items')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(isAll ? minutes : minutes.slice(0, first)).map(({ minute, viewers, orders, items }) => (
            <Table.Tr key={minute}>
              <Table.Th scope="row">{formatTime(minute)}</Table.Th>
              <Table.Td ta="right">{formatNumber(viewers)}</Table.Td>
              <Table.Td ta="right">{formatNumber(orders)}</Table.Td>
              <Table.Td ta="right">{formatMoney(items, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <LoadMore of={more} />
    </div>
  )
}
