import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconSpeakerphone } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useTellProblem } from '../shell/told.ts'
import { chatOf, type Line, type Of } from './queries.ts'
import classes from './studio.module.css'
import { TeamWords } from './team-words.tsx'

type Given = { of: Of; line: Line; ask: (kind: 'mute' | 'block') => void }

/** One line: who, behind the account's name, wrote it; and what can be done about it. */
export function ChatLine({ of, line, ask }: Given) {
  const { t } = useTranslation(['studio', 'moderation'])
  if (line.kind === 'team') return <TeamWords line={line} />
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
            {line.host ? t('chat.as', { account: line.name, person: line.person }) : line.name}
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
  const onError = useTellProblem()
  const remove = useMutation({
    mutationFn: () =>
      call('DELETE /accounts/:account/shows/:show/chat/:line', { params: { ...of, line: line.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: chatOf(of).queryKey }),
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
