import { Badge, Button, Group, Title } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../shell/links.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { Sheet } from '../shell/sheet.tsx'
import { AssignMenu } from './assign-menu.tsx'
import { ConversationMenu } from './conversation-menu.tsx'
import { CustomerPanel } from './customer-panel.tsx'
import type { Conversation } from './queries.ts'
import type { Side } from './side.ts'
import { useChange } from './use-change.ts'

type Given = {
  conversation: Conversation
  side: Side
  /** Where the orders do not stand beside it. */
  withPanel: boolean
}

/** With whom it is, who takes care of it, and what can be done with it. */
export function ConversationHead({ conversation, side, withPanel }: Given) {
  const { t } = useTranslation('messages')
  const change = useChange(side)
  const { buyerName, buyerUsername, closed, blocked } = conversation
  const buyer = buyerName ?? t('gone')
  const isNarrow = useNarrow('md')
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

function PanelButton({ side, buyer }: { side: Side; buyer: string }) {
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
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={t('head.panel', { buyer })}>
        <CustomerPanel side={side} buyer={buyer} isTitled />
      </Sheet>
    </>
  )
}
