import { EmptyState, Stack, Title } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useNarrow } from '../shell/narrow.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { useTitle } from '../shell/title.ts'
import { BackToInbox } from './back-to-inbox.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { CustomerPanel } from './customer-panel.tsx'
import classes from './inbox.module.css'
import shared from './messages.module.css'
import { type Conversation, conversationOf } from './queries.ts'
import { teamSide } from './side.ts'
import { TeamThread } from './team-thread.tsx'

const route = getRouteApi('/dashboard/$account/messages/$conversation')

export function ConversationPage() {
  const { account, conversation } = route.useParams()
  const { data, error, refetch } = useQuery(conversationOf(account, conversation))
  if (data) return <Open key={conversation} conversation={data} />
  if (error instanceof Problem && error.status === 404) return <Missing />
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
  const side = useMemo(() => teamSide(account, conversation.id), [account, conversation.id])
  const isWide = !useNarrow('lg')
  const buyer = conversation.buyerName ?? t('gone')
  useTitle(buyer, t('title'), name)
  return (
    <div className={classes.open}>
      <section className={shared.pane} aria-label={t('thread.label', { name: buyer })}>
        <BackToInbox />
        <ConversationHead conversation={conversation} side={side} withPanel={!isWide} />
        <TeamThread conversation={conversation} side={side} />
      </section>
      {isWide && (
        <aside className={classes.panel} aria-label={t('head.panel', { buyer })}>
          <CustomerPanel side={side} buyer={buyer} />
        </aside>
      )}
    </div>
  )
}

function Missing() {
  const { t } = useTranslation('messages')
  useTitle(t('missing.title'), useAccount().name)
  const isNarrow = useNarrow('md')
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
