import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconSpeakerphone } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import classes from '../broadcast/studio.module.css'
import { type ShowRef, type StudioChatLine, studioChatQuery } from '../broadcast/studio-queries.ts'
import { SystemLine } from './system-line.tsx'

type Given = { of: ShowRef; line: StudioChatLine; ask: (kind: 'mute' | 'block') => void }

/** A line with its author, also if it is in the account's name, and the moderation actions. */
export function ChatLine({ of, line, ask }: Given) {
  const { t } = useTranslation(['studio', 'moderation'])
  if (line.kind === 'team') return <SystemLine line={line} />
  const isAnnounced = line.kind === 'announcement'
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      align="flex-start"
      className={isAnnounced ? `${classes.line} ${classes.announcement}` : classes.line}
    >
      <Stack gap={0} flex={1} miw={0}>
        <Text size="sm" className="stagedoor-breaks" {...(line.deletedBy !== null && { td: 'line-through' })}>
          {isAnnounced && <IconSpeakerphone size="1rem" role="img" aria-label={t('chat.announced')} />}
          <Text span inherit fw="bold" c={line.host ? 'amber' : 'dimmed'}>
            {line.host ? t('chat.as', { account: line.name, person: line.by }) : line.name}
          </Text>{' '}
          {line.text}
        </Text>
        {line.deletedBy !== null && (
          <Text size="xs" c="dimmed">
            {t('chat.deleted', { name: line.deletedBy })}
          </Text>
        )}
      </Stack>
      {line.deletedBy === null && <LineMenu of={of} line={line} ask={ask} />}
    </Group>
  )
}

function LineMenu({ of, line, ask }: Given) {
  const { t } = useTranslation(['studio', 'moderation'])
  const queries = useQueryClient()
  const onError = useProblemToast()
  const remove = useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/shows/:show/chat/:line', { params: { ...of, line: line.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: studioChatQuery(of).queryKey }),
    onError,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('chat.more', { name: line.name })}>
          <IconDots size="1rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => remove.mutate()}>{t('chat.delete')}</Menu.Item>
        {!line.host && line.username !== null && (
          <>
            <Menu.Item onClick={() => ask('mute')}>{t('moderation:ban.mute', { name: line.name })}</Menu.Item>
            <Menu.Item color="red" onClick={() => ask('block')}>
              {t('moderation:ban.block', { name: line.name })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
