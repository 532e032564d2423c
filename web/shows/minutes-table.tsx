import { Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, count } from '../formats.ts'
import { money } from '../money.ts'
import { More } from '../shell/more.tsx'
import type { Report } from './shows.ts'

/** Rows that are shown before one asks for more. */
const first = 30

export function MinutesTable({ report: { minutes, currency } }: { report: Report }) {
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
              <Table.Th scope="row">{clockTime(minute)}</Table.Th>
              <Table.Td ta="right">{count(viewers)}</Table.Td>
              <Table.Td ta="right">{count(orders)}</Table.Td>
              <Table.Td ta="right">{money(items, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <More of={more} />
    </div>
  )
}
