import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/formats.ts'
import type { ActivityEntry } from './activity-queries.ts'
import { ActivitySentence } from './activity-sentence.tsx'

export function ActivityTable({ entries }: { entries: ActivityEntry[] }) {
  const { t } = useTranslation('activity')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="var(--stagedoor-column)">{t('columns.when')}</Table.Th>
          <Table.Th>{t('columns.what')}</Table.Th>
          <Table.Th>{t('columns.from')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{formatDateTime(entry.at)}</Table.Td>
            <Table.Td>
              <What entry={entry} />
            </Table.Td>
            <Table.Td c="dimmed">{entry.ip}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export function ActivityList({ entries }: { entries: ActivityEntry[] }) {
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows">
      {entries.map((entry) => (
        <Stack component="li" key={entry.id} gap={4}>
          <What entry={entry} />
          <Text size="xs" c="dimmed">
            {[formatDateTime(entry.at), entry.ip].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}

function What({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation('activity')
  return (
    <Group gap="xs">
      {!entry.allowed && <Badge color="red">{t('refused')}</Badge>}
      <ActivitySentence entry={entry} />
    </Group>
  )
}
