import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { ShowLink, SmallShowCover } from './show-link.tsx'
import type { ShowSummary } from './show-queries.ts'
import { ShowBadges } from './show-status-badge.tsx'
import { ShowTime } from './show-time.tsx'

export function ShowTable({ shows }: { shows: ShowSummary[] }) {
  const { t } = useTranslation('shows')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.show')}</Table.Th>
          <Table.Th>{t('columns.when')}</Table.Th>
          <Table.Th>{t('columns.status')}</Table.Th>
          <Table.Th ta="right">{t('columns.products')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shows.map((show) => (
          <Table.Tr key={show.id}>
            <Table.Td>
              <Group wrap="nowrap" gap="sm">
                <SmallShowCover show={show} />
                <Stack gap={0}>
                  <ShowLink show={show} />
                  <Text size="xs" c="dimmed">
                    {show.category}
                  </Text>
                </Stack>
              </Group>
            </Table.Td>
            <Table.Td>
              <ShowTime show={show} />
            </Table.Td>
            <Table.Td>
              <ShowBadges show={show} />
            </Table.Td>
            <Table.Td ta="right">{formatNumber(show.products)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
