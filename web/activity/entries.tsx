import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import type { Entry } from './activity.ts'
import { Sentence } from './sentence.tsx'

export function EntryTable({ entries }: { entries: Entry[] }) {
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
            <Table.Td>{dayAndTime(entry.at)}</Table.Td>
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

export function EntryList({ entries }: { entries: Entry[] }) {
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows">
      {entries.map((entry) => (
        <Stack component="li" key={entry.id} gap={4}>
          <What entry={entry} />
          <Text size="xs" c="dimmed">
            {[dayAndTime(entry.at), entry.ip].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}

function What({ entry }: { entry: Entry }) {
  const { t } = useTranslation('activity')
  return (
    <Group gap="xs">
      {!entry.allowed && <Badge color="red">{t('refused')}</Badge>}
      <Sentence entry={entry} />
    </Group>
  )
}
