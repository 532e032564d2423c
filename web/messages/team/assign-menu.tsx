import { Button, Menu, ScrollArea } from '@mantine/core'
import { IconChevronDown, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Member, membersQuery } from '../../session/members-queries.ts'
import type { ConversationApi } from '../conversation-api.ts'
import type { Conversation } from './inbox-queries.ts'
import { useUpdateConversation } from './use-update-conversation.ts'

type Given = { conversation: Conversation; side: ConversationApi }

const nobody = 'nobody'

/** Assigns the conversation to a member or to nobody. */
export function AssignMenu({ conversation: { assignee }, side }: Given) {
  const { t } = useTranslation('messages')
  const members = useMembers(side.account)
  const change = useUpdateConversation(side)
  const present = members.find(({ person }) => person === assignee?.person)
  return (
    <Menu position="bottom-end" width="var(--stagedoor-menu)">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={change.isPending}
          leftSection={<IconUser size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
          aria-label={`${t('head.assign')}: ${assignee?.name ?? t('head.unassigned')}`}
        >
          {assignee?.name ?? t('head.unassigned')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('head.assign')}</Menu.Label>
        <Menu.RadioGroup
          value={assignee ? (present?.id ?? '') : nobody}
          onChange={(chosen) => change.mutate({ assignee: chosen === nobody ? null : chosen })}
        >
          <ScrollArea.Autosize mah="var(--stagedoor-chart)" type="auto">
            {members.map(({ id, name, you }) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                {you ? t('head.me', { name }) : name}
              </Menu.RadioItem>
            ))}
          </ScrollArea.Autosize>
          <Menu.Divider />
          <Menu.RadioItem value={nobody} closeMenuOnClick>
            {t('head.nobody')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The current members of the team, with the person themselves first. */
function useMembers(account: string): Member[] {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(membersQuery(account))
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const now = new Date().toISOString()
  return (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ endsAt }) => !endsAt || endsAt > now)
    .sort((a, b) => Number(b.you) - Number(a.you))
}
