import { Alert, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNotFound } from '../../data/api.ts'
import { BackToSpending } from '../../layout/back-to-spending.tsx'
import { PageError } from '../../layout/page-error.tsx'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { type Shop, shopQuery } from '../../shop/shop-queries.ts'
import { LinkButton } from '../../ui/links.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { conversationWithShopQuery } from './buyer-conversation-queries.ts'
import { FirstMessageForm } from './first-message-form.tsx'
import { OpenConversation } from './open-conversation.tsx'
import { useMessageSubject } from './use-message-subject.ts'

const route = getRouteApi('/dashboard/$account/spending/messages/new')

/** Writes to a shop, in a new conversation or in the existing one. */
export function NewMessagePage() {
  const { t } = useTranslation('buyerMessages')
  const { shop: username = '' } = route.useSearch()
  const { data: shop } = useSuspenseQuery(shopQuery(username))
  return (
    <Stack gap="lg">
      <BackToSpending to="messages" />
      <PageHeader title={t('new.title', { shop: shop.name })} />
      <QueryBoundary rows={3}>
        <To shop={shop} />
      </QueryBoundary>
    </Stack>
  )
}

/** Shown instead of the page, also if there is no such shop. */
export function NewMessageError({ error }: ErrorComponentProps) {
  const { t } = useTranslation('buyerMessages')
  const { id: account } = useAccount()
  if (!isNotFound(error)) return <PageError error={error} />
  return (
    <Stack gap="lg">
      <BackToSpending to="messages" />
      <PageHeader title={t('new.titleComing')} />
      <Stack align="flex-start">
        <Note>{t('new.gone')}</Note>
        <LinkButton to="/dashboard/$account/spending/messages" params={{ account }} variant="default">
          {t('list')}
        </LinkButton>
      </Stack>
    </Stack>
  )
}

function To({ shop }: { shop: Shop }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account, name } = useAccount()
  const { data: known } = useSuspenseQuery(conversationWithShopQuery(account, shop.username))
  const { subject, isLoading } = useMessageSubject(route.useSearch())
  if (shop.id === account) return <Note>{t('new.own', { account: name })}</Note>
  if (isLoading) return <RowsSkeleton of={3} />
  if (known) return <OpenConversation shop={shop.username} conversation={known.id} subject={subject} />
  return <FirstMessageForm key={subject?.id} shop={shop} offered={subject} />
}

const Note = ({ children }: { children: string }) => (
  <Alert color="gray" maw="var(--stagedoor-form)">
    {children}
  </Alert>
)
