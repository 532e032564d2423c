import { EmptyState, Stack, Title } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import shared from '../conversation/conversation.module.css'
import { teamConversationApi } from '../conversation-api.ts'
import { BackToInbox } from './back-to-inbox.tsx'
import { BuyerPanel } from './buyer-panel.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import classes from './inbox.module.css'
import { type Conversation, conversationQuery } from './inbox-queries.ts'
import { TeamThread } from './team-thread.tsx'

const route = getRouteApi('/dashboard/$account/messages/$conversation')

export function TeamConversationPage() {
  const { account, conversation } = route.useParams()
  const { data, error, refetch } = useQuery(conversationQuery(account, conversation))
  if (data) return <Open key={conversation} conversation={data} />
  if (error instanceof ApiProblem && error.status === 404) return <Missing />
  return (
    <Stack>
      <BackToInbox />
      {error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />}
    </Stack>
  )
}

function Open({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('messages')
  const { id: account, name } = useAccount()
  const side = useMemo(() => teamConversationApi(account, conversation.id), [account, conversation.id])
  const isWide = !useIsNarrow('lg')
  const buyer = conversation.buyerName ?? t('gone')
  usePageTitle(buyer, t('title'), name)
  return (
    <div className={classes.open}>
      <section className={shared.pane} aria-label={t('thread.label', { name: buyer })}>
        <BackToInbox />
        <ConversationHeader conversation={conversation} side={side} withPanel={!isWide} />
        <TeamThread conversation={conversation} side={side} />
      </section>
      {isWide && (
        <aside className={classes.panel} aria-label={t('head.panel', { buyer })}>
          <BuyerPanel side={side} buyer={buyer} />
        </aside>
      )}
    </div>
  )
}

function Missing() {
  const { t } = useTranslation('messages')
  usePageTitle(t('missing.title'), useAccount().name)
  const isNarrow = useIsNarrow('md')
  return (
    <Stack>
      <BackToInbox />
      <EmptyState
        icon={<IconMessageOff aria-hidden />}
        title={<Title order={isNarrow ? 1 : 2}>{t('missing.title')}</Title>}
        description={t('missing.text')}
      />
    </Stack>
  )
}
