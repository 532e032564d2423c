import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { formatDate, formatRelativeTime } from '../../i18n/formats.ts'
import { showToast, useProblemToast } from '../../ui/toasts.ts'
import type { Session } from './sessions-queries.ts'

export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation('sessions')
  const facts = t('facts', {
    when: formatRelativeTime(session.lastActiveAt),
    day: formatDate(session.createdAt),
  })
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <Group wrap="nowrap" miw={0}>
        <IconDeviceDesktop aria-hidden stroke={1.5} className="stagedoor-icon" />
        <Stack gap={0} miw={0}>
          <Group gap="xs">
            <Text fw={600}>{session.device}</Text>
            {session.current && <Badge color="green">{t('current')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {session.ip ? `${facts} · ${t('from', { ip: session.ip })}` : facts}
          </Text>
        </Stack>
      </Group>
      {!session.current && <EndOne session={session} />}
    </Group>
  )
}

function EndOne({ session: { id, device } }: { session: Session }) {
  const { t } = useTranslation('sessions')
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => callApi('DELETE /me/sessions/:session', { params: { session: id } }),
    onSuccess: () => {
      showToast(t('ended', { device }))
      return queries.invalidateQueries({ queryKey: meKeys.sessions() })
    },
    onError: useProblemToast(),
  })
  return (
    <Button
      variant="default"
      size="compact-md"
      flex="none"
      aria-label={t('endLabel', { device })}
      loading={end.isPending}
      onClick={() => end.mutate()}
    >
      {t('end')}
    </Button>
  )
}
