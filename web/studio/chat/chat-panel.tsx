import { ActionIcon, Group, Stack, Title, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconShield } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import type { Show } from '../../shows/show-queries.ts'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import classes from '../broadcast/studio.module.css'
import { ChatInput } from './chat-input.tsx'
import { ChatLines } from './chat-lines.tsx'
import { ModerationDialog } from './moderation-dialog.tsx'

/** The show's chat as its team sees it, with the field for answering in the account's name. */
export function ChatPanel({ show }: { show: Show }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const { id: account } = useAccount()
  const of = { account, show: show.id }
  const id = useId()
  const [isModerating, { open, close }] = useDisclosure()
  const isOn = show.status === 'live' || show.status === 'stopped'
  return (
    <Stack component="section" gap="xs" className={classes.chat} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} id={id}>
          {t('panels.chat')}
        </Title>
        <Tooltip label={t('moderation:title')}>
          <ActionIcon aria-label={t('moderation:title')} onClick={open}>
            <IconShield aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <QueryBoundary>
        <ChatLines of={of} label={id} />
      </QueryBoundary>
      {isOn && <ChatInput of={of} />}
      {isModerating && <ModerationDialog of={of} close={close} />}
    </Stack>
  )
}
