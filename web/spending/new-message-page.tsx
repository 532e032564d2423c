import { Alert, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Shop, shopOf } from '../shop/shops.ts'
import { Back } from './back.tsx'
import { conversationWith } from './conversations.ts'
import { FirstMessage } from './first-message.tsx'
import { GoOn } from './go-on.tsx'
import { useAbout } from './use-about.ts'

const route = getRouteApi('/dashboard/$account/spending/messages/new')

/** Writing to a shop: the first time, or on in the conversation that there is. */
export function NewMessagePage() {
  const { t } = useTranslation('correspondence')
  const { shop: username = '' } = route.useSearch()
  const { data: shop, error, refetch } = useQuery(shopOf(username))
  const title = shop ? t('new.title', { shop: shop.name }) : t('new.titleComing')
  return (
    <Stack gap="lg">
      <Back to="messages" />
      <PageHead title={title} />
      {shop && <To shop={shop} />}
      {!shop && (error ? <NoShop problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function To({ shop }: { shop: Shop }) {
  const { t } = useTranslation('correspondence')
  const { id: account, name } = useAccount()
  const { data: known, error, refetch } = useQuery(conversationWith(account, shop.username))
  const { about, isLoading } = useAbout(route.useSearch())
  if (shop.id === account) return <Note>{t('new.own', { account: name })}</Note>
  if (error && known === undefined) return <ProblemAlert problem={error} retry={refetch} />
  if (known === undefined || isLoading) return <RowsSkeleton of={3} />
  if (known) return <GoOn shop={shop.username} conversation={known.id} about={about} />
  return <FirstMessage key={about?.id} shop={shop} offered={about} />
}

function NoShop({ problem, retry }: { problem: Error; retry: () => void }) {
  const { t } = useTranslation('correspondence')
  const { id: account } = useAccount()
  const isGone = problem instanceof Problem && problem.status === 404
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
