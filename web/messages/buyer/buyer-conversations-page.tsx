import { EmptyState, Stack } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import { PageHeader } from '../../layout/page-header.tsx'
import { GoToShopForm } from '../../purchases/no-purchases.tsx'
import { useAccount, useMay } from '../../session/account-context.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { BuyerConversationItem } from './buyer-conversation-item.tsx'
import { buyerConversationsQuery } from './buyer-conversation-queries.ts'

/** The account's conversations with shops. */
export function BuyerConversationsPage() {
  const { t } = useTranslation('buyerMessages')
  const { name } = useAccount()
  const answers = useMay()('messages.reply')
  return (
    <Stack gap="lg">
      <PageHeader title={t('list')} lead={t(answers ? 'lead' : 'leadOnly', { account: name })} />
      <QueryBoundary>
        <Conversations />
      </QueryBoundary>
    </Stack>
  )
}

function Conversations() {
  const { t } = useTranslation('buyerMessages')
  const { id } = useAccount()
  const { items: conversations, pages } = useItems(buyerConversationsQuery(id))
  if (conversations.length === 0) return <Empty />
  return (
    <>
      <Stack component="ul" gap={0} className="stagedoor-list" aria-label={t('list')}>
        {conversations.map((conversation) => (
          <BuyerConversationItem key={conversation.id} conversation={conversation} />
        ))}
      </Stack>
      <LoadMore of={pages} />
    </>
  )
}

function Empty() {
  const { t } = useTranslation('buyerMessages')
  return (
    <EmptyState
      py="xl"
      icon={<IconMessages aria-hidden />}
      title={t('empty.title')}
      description={t('empty.text')}
    >
      <EmptyState.Actions>
        <GoToShopForm />
      </EmptyState.Actions>
    </EmptyState>
  )
}
