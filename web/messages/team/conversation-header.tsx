import { Badge, Button, Group, Title } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkAnchor } from '../../ui/links.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import type { ConversationApi } from '../conversation-api.ts'
import { AssignMenu } from './assign-menu.tsx'
import { BuyerPanel } from './buyer-panel.tsx'
import { ConversationMenu } from './conversation-menu.tsx'
import type { Conversation } from './inbox-queries.ts'
import { useUpdateConversation } from './use-update-conversation.ts'

type Given = {
  conversation: Conversation
  side: ConversationApi
  /** Whether a button opens the orders, since they are not shown beside the conversation. */
  withPanel: boolean
}

/** The customer's name, the assignee, and the actions for the conversation. */
export function ConversationHeader({ conversation, side, withPanel }: Given) {
  const { t } = useTranslation('messages')
  const change = useUpdateConversation(side)
  const { buyerName, buyerUsername, closed, blocked } = conversation
  const buyer = buyerName ?? t('gone')
  const isNarrow = useIsNarrow('md')
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs" miw={0}>
        <Title order={isNarrow ? 1 : 2} size="h2" className="stagedoor-breaks">
          {buyerUsername ? (
            <LinkAnchor
              to="/shops/$username"
              params={{ username: buyerUsername }}
              inherit
              c="bright"
              title={t('head.shop', { buyer })}
            >
              {buyer}
            </LinkAnchor>
          ) : (
            buyer
          )}
        </Title>
        {closed && <Badge>{t('row.closed')}</Badge>}
        {blocked && <Badge color="red">{t('row.blocked')}</Badge>}
      </Group>
      <Group gap={4}>
        <AssignMenu conversation={conversation} side={side} />
        {withPanel && <PanelButton side={side} buyer={buyer} />}
        {!isNarrow && (
          <Button
            variant="default"
            size="compact-sm"
            loading={change.isPending}
            onClick={() => change.mutate({ closed: !closed })}
          >
            {t(closed ? 'head.reopen' : 'head.close')}
          </Button>
        )}
        <ConversationMenu conversation={conversation} side={side} />
      </Group>
    </Group>
  )
}

function PanelButton({ side, buyer }: { side: ConversationApi; buyer: string }) {
  const { t } = useTranslation('messages')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPackage size="1rem" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('head.orders')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('head.panel', { buyer })}>
        <BuyerPanel side={side} buyer={buyer} isTitled />
      </Dialog>
    </>
  )
}
