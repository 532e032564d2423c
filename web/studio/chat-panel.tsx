import { ActionIcon, Group, Stack, Title, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconShield } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import type { Show } from '../shows/shows.ts'
import { ChatLines } from './chat-lines.tsx'
import { ModerationDialog } from './moderation-dialog.tsx'
import classes from './studio.module.css'
import { Write } from './write.tsx'

/** The show's chat as its team sees it, to be answered as the account. */
export function ChatPanel({ show }: { show: Show }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const { id: account } = useAccount()
  const of = { account, show: show.id }
  const id = useId()
  const [isModerating, { open, close }] = useDisclosure()
  const isOn = show.state === 'live' || show.state === 'stopped'
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
      <ChatLines of={of} label={id} />
      {isOn && <Write of={of} />}
      {isModerating && <ModerationDialog of={of} close={close} />}
    </Stack>
  )
}
