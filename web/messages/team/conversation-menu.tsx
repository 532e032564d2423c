import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconBan, IconDots, IconMail } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import type { ConversationApi } from '../conversation-api.ts'
import type { Conversation } from './inbox-queries.ts'
import { useUpdateConversation } from './use-update-conversation.ts'

type Given = { conversation: Conversation; side: ConversationApi }

export function ConversationMenu({ conversation, side }: Given) {
  const { t } = useTranslation('messages')
  const { id: account, name } = useAccount()
  const navigate = useNavigate()
  const change = useUpdateConversation(side)
  const isNarrow = useIsNarrow('md')
  const [isAsking, setAsking] = useState(false)
  const buyer = conversation.buyerName ?? t('gone')
  const icon = { size: '1rem', 'aria-hidden': true }
  // Leaves the conversation, since an open one would be marked as read at once.
  const markUnread = () =>
    change.mutate(
      { unread: true },
      {
        onSuccess: () => {
          showToast(t('head.unreadDone'))
          void navigate({ to: '/dashboard/$account/messages', params: { account }, search: (now) => now })
        },
      },
    )
  const unblock = () =>
    change.mutate(
      { blocked: false },
      { onSuccess: () => showToast(t('head.unblocked', { buyer, account: name })) },
    )
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('head.more')}>
            <IconDots size="1.25rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isNarrow && (
            <Menu.Item
              leftSection={<IconArchive {...icon} />}
              onClick={() => change.mutate({ closed: !conversation.closed })}
            >
              {t(conversation.closed ? 'head.reopen' : 'head.close')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconMail {...icon} />} onClick={markUnread}>
            {t('head.markUnread')}
          </Menu.Item>
          {conversation.blocked ? (
            <Menu.Item leftSection={<IconBan {...icon} />} onClick={unblock}>
              {t('head.unblock')}
            </Menu.Item>
          ) : (
            <Menu.Item color="red" leftSection={<IconBan {...icon} />} onClick={() => setAsking(true)}>
              {t('head.block')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDestructiveDialog
        opened={isAsking}
        title={t('block.title', { buyer })}
        text={t('block.text', { buyer, account: name })}
        confirm={t('block.confirm', { buyer })}
        problem={null}
        busy={change.isPending}
        close={() => setAsking(false)}
        act={() =>
          change.mutate(
            { blocked: true },
            { onSuccess: () => showToast(t('block.done', { buyer })), onSettled: () => setAsking(false) },
          )
        }
      />
    </>
  )
}
