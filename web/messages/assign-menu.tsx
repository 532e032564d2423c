import { Button, Menu, ScrollArea } from '@mantine/core'
import { IconCheck, IconChevronDown, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membersOf } from '../shell/roster.ts'
import { useMe } from '../shell/session.ts'
import type { Conversation } from './queries.ts'
import type { Side } from './side.ts'
import { useChange } from './use-change.ts'

type Given = { conversation: Conversation; side: Side }

/** Gives the conversation into somebody's care. */
export function AssignMenu({ conversation: { assignee }, side }: Given) {
  const { t } = useTranslation('messages')
  const { person } = useMe()
  const [isOpen, setOpen] = useState(false)
  const members = useMembers(side.account, isOpen)
  const change = useChange(side)
  const mine = members.find((member) => member.you)
  const item = (key: string, name: string, member: string | null, isChosen: boolean) => (
    <Menu.Item
      key={key}
      role="menuitemradio"
      aria-checked={isChosen}
      rightSection={isChosen && <IconCheck size="1rem" aria-hidden />}
      onClick={() => change.mutate({ assignee: member })}
    >
      {name}
    </Menu.Item>
  )
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width="var(--stagedoor-menu)">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={change.isPending}
          leftSection={<IconUser size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
          aria-label={`${t('head.assign')}: ${assignee?.name ?? t('head.nobody')}`}
        >
          {assignee?.name ?? t('head.unassigned')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('head.assign')}</Menu.Label>
        <ScrollArea.Autosize mah="var(--stagedoor-tall)" type="auto">
          {mine && item('me', t('head.me', { name: mine.name }), mine.id, assignee?.person === person.id)}
          {members
            .filter(({ you }) => !you)
            .map((member) => item(member.id, member.name, member.id, assignee?.person === member.person))}
        </ScrollArea.Autosize>
        <Menu.Divider />
        {item('nobody', t('head.nobody'), null, assignee === null)}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The whole team, once somebody wants to choose from it. */
function useMembers(account: string, isWanted: boolean) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...membersOf(account),
    enabled: isWanted,
  })
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isWanted, hasNextPage, isFetchingNextPage, fetchNextPage])
  return data?.pages.flatMap(({ items }) => items) ?? []
}
