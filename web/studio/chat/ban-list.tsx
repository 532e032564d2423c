import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { formatDateTime } from '../../i18n/formats.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import { type ChatBan, chatBansQuery } from '../broadcast/studio-queries.ts'

/** The people who are muted or blocked, with a button to lift it. */
export function BanList({ account }: { account: string }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const id = useId()
  const { data } = useQuery(chatBansQuery(account))
  if (!data) return null
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={3} id={id}>
        {t('moderation:ban.title')}
      </Title>
      {data.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('moderation:ban.none')}
        </Text>
      )}
      <ul className="stagedoor-rows">
        {data.items.map((ban) => (
          <BanItem key={ban.id} account={account} ban={ban} />
        ))}
      </ul>
    </Stack>
  )
}

function BanItem({ account, ban: { id, name, kind, until, by } }: { account: string; ban: ChatBan }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const queries = useQueryClient()
  const onError = useProblemToast()
  const lift = useMutation({
    mutationFn: () => callApi('DELETE /accounts/:account/chat-bans/:ban', { params: { account, ban: id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: chatBansQuery(account).queryKey }),
    onError,
  })
  const words = { name, by, time: until ? formatDateTime(until) : '' }
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" className="stagedoor-breaks">
        {t(kind === 'mute' ? 'moderation:ban.muted' : 'moderation:ban.blocked', words)}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        loading={lift.isPending}
        aria-label={t('moderation:ban.liftOf', { name })}
        onClick={() => lift.mutate()}
      >
        {t('moderation:ban.lift')}
      </Button>
    </Group>
  )
}
