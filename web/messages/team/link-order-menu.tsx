import { ActionIcon, Menu, ScrollArea, Text, Tooltip } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/formats.ts'
import type { ConversationApi, MessageSubject } from '../conversation-api.ts'
import { buyerOrdersQuery } from './inbox-queries.ts'

type Given = { side: ConversationApi; choose: (subject: MessageSubject) => void }

/** Chooses which of the buyer's orders an answer is about. */
export function LinkOrderMenu({ side: { account, conversation }, choose }: Given) {
  const { t } = useTranslation('messages')
  const [isOpen, setOpen] = useState(false)
  const { data } = useInfiniteQuery({ ...buyerOrdersQuery(account, conversation), enabled: isOpen })
  const orders = data?.pages.flatMap(({ items }) => items)
  return (
    <Menu opened={isOpen} onChange={setOpen} position="top-start" width="var(--stagedoor-menu)">
      <Menu.Target>
        <Tooltip label={t('composer.order')}>
          <ActionIcon aria-label={t('composer.order')}>
            <IconPackage size="1.25rem" stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('composer.order')}</Menu.Label>
        <ScrollArea.Autosize mah="var(--stagedoor-chart)" type="auto">
          {orders?.map(({ id, code, title, createdAt }) => (
            <Menu.Item key={id} onClick={() => choose({ kind: 'order', id, title: code })}>
              <Text size="sm" truncate>
                {code} · {title}
              </Text>
              <Text size="xs" c="dimmed">
                {formatDate(createdAt)}
              </Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
        {orders?.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t('composer.orderNone')}
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
