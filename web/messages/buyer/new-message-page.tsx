import { Alert, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../data/api.ts'
import { BackToSpending } from '../../layout/back-to-spending.tsx'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { type Shop, shopQuery } from '../../shop/shop-queries.ts'
import { LinkButton } from '../../ui/links.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { FirstMessageForm } from './first-message-form.tsx'
import { OpenConversation } from './open-conversation.tsx'
import { conversationWithShopQuery } from './shop-conversation-queries.ts'
import { useMessageSubject } from './use-message-subject.ts'

const route = getRouteApi('/dashboard/$account/spending/messages/new')

/** Writes to a shop, in a new conversation or in the existing one. */
export function NewMessagePage() {
  const { t } = useTranslation('buyerMessages')
  const { shop: username = '' } = route.useSearch()
  const { data: shop, error, refetch } = useQuery(shopQuery(username))
  const title = shop ? t('new.title', { shop: shop.name }) : t('new.titleComing')
  return (
    <Stack gap="lg">
      <BackToSpending to="messages" />
      <PageHeader title={title} />
      {shop && <To shop={shop} />}
      {!shop && (error ? <NoShop problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function To({ shop }: { shop: Shop }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account, name } = useAccount()
  const { data: known, error, refetch } = useQuery(conversationWithShopQuery(account, shop.username))
  const { subject, isLoading } = useMessageSubject(route.useSearch())
  if (shop.id === account) return <Note>{t('new.own', { account: name })}</Note>
  if (error && known === undefined) return <ProblemAlert problem={error} retry={refetch} />
  if (known === undefined || isLoading) return <RowsSkeleton of={3} />
  if (known) return <OpenConversation shop={shop.username} conversation={known.id} subject={subject} />
  return <FirstMessageForm key={subject?.id} shop={shop} offered={subject} />
}

function NoShop({ problem, retry }: { problem: Error; retry: () => void }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account } = useAccount()
  const isGone = problem instanceof ApiProblem && problem.status === 404
  if (!isGone) return <ProblemAlert problem={problem} retry={retry} />
  return (
    <Stack align="flex-start">
      <Note>{t('new.gone')}</Note>
      <LinkButton to="/dashboard/$account/spending/messages" params={{ account }} variant="default">
        {t('list')}
      </LinkButton>
    </Stack>
  )
}

const Note = ({ children }: { children: string }) => (
  <Alert color="gray" maw="var(--stagedoor-form)">
    {children}
  </Alert>
)
