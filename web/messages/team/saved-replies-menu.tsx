import { ActionIcon, Menu, ScrollArea, Text, TextInput, Tooltip } from '@mantine/core'
import { IconMessageBolt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkMenuItem } from '../../ui/links.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { ConversationApi } from '../conversation-api.ts'
import { type SavedReply, savedRepliesQuery } from './saved-reply-queries.ts'

type Given = { side: ConversationApi; order: string | undefined; insert: (text: string) => void }

/** Saved replies, with this customer's name and the linked order filled in. */
export function SavedRepliesMenu({ side: { account, conversation }, order, insert }: Given) {
  const { t } = useTranslation('messages')
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const { data, error } = useQuery({
    ...savedRepliesQuery(account, { conversation, order }),
    enabled: isOpen,
  })
  const found = data?.items.filter((reply) => matches(reply, search)) ?? []
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      onClose={() => setSearch('')}
      position="top-start"
      width="var(--stagedoor-explained)"
    >
      <Menu.Target>
        <Tooltip label={t('composer.saved')}>
          <ActionIcon aria-label={t('composer.saved')}>
            <IconMessageBolt size="1.25rem" stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput
          m={4}
          aria-label={t('composer.savedSearch')}
          placeholder={t('composer.savedSearch')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          data-autofocus
        />
        <ProblemAlert problem={error} />
        <ScrollArea.Autosize mah="var(--stagedoor-chart)" type="auto">
          {found.map(({ id, title, filled }) => (
            <Menu.Item key={id} onClick={() => insert(filled)}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {filled}
              </Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
        {data && found.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t(search ? 'composer.savedNone' : 'composer.savedEmpty')}
          </Text>
        )}
        <Menu.Divider />
        <LinkMenuItem to="/dashboard/$account/messages/saved" params={{ account }}>
          {t('composer.savedManage')}
        </LinkMenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}

const matches = ({ title, filled }: SavedReply, search: string) =>
  `${title} ${filled}`.toLowerCase().includes(search.trim().toLowerCase())
