import { Avatar, Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Member } from '../session/members-queries.ts'

export function MemberName({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Avatar aria-hidden name={member.name} color="gray" size="md" />
      <Stack gap={0} miw={0}>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={600} truncate>
            {member.name}
          </Text>
          {member.you && <Badge flex="none">{t('you')}</Badge>}
        </Group>
        {member.username && (
          <Text size="xs" c="dimmed" truncate>
            @{member.username}
          </Text>
        )}
      </Stack>
    </Group>
  )
}
