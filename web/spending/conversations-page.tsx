import { EmptyState, Stack } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { ConversationItem } from './conversation-item.tsx'
import { conversationsOf } from './conversations.ts'
import { ToShop } from './nothing-bought.tsx'

/** What the account and shops write to each other. */
export function ConversationsPage() {
  const { t } = useTranslation('correspondence')
  const { name } = useAccount()
  const answers = useMay()('messages.reply')
  return (
    <Stack gap="lg">
      <PageHead title={t('list')} lead={t(answers ? 'lead' : 'leadOnly', { account: name })} />
      <Conversations />
    </Stack>
  )
}

function Conversations() {
  const { t } = useTranslation('correspondence')
  const { id } = useAccount()
  const query = useInfiniteQuery(conversationsOf(id))
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const conversations = query.data.pages.flatMap(({ items }) => items)
  if (conversations.length === 0) return <Empty />
  return (
    <>
      <Stack component="ul" gap={0} className="stagedoor-list" aria-label={t('list')}>
        {conversations.map((conversation) => (
          <ConversationItem key={conversation.id} conversation={conversation} />
        ))}
      </Stack>
      <More of={query} />
    </>
  )
}

function Empty() {
  const { t } = useTranslation('correspondence')
  return (
    <EmptyState
      py="xl"
      icon={<IconMessages aria-hidden />}
      title={t('empty.title')}
      description={t('empty.text')}
    >
      <EmptyState.Actions>
        <ToShop />
      </EmptyState.Actions>
    </EmptyState>
  )
}
