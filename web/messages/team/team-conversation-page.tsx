import { EmptyState, Stack, Title } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isNotFound } from '../../data/api.ts'
import { PageError } from '../../layout/page-error.tsx'
import { useAccount } from '../../session/account-context.ts'
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
  const { data } = useSuspenseQuery(conversationQuery(account, conversation))
  return <Open key={conversation} conversation={data} />
}

/** Shown instead of the conversation, beside the list. */
export function TeamConversationError({ error }: ErrorComponentProps) {
  if (isNotFound(error)) return <Missing />
  return (
    <Stack>
      <BackToInbox />
      <PageError error={error} />
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
