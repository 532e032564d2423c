import { Alert, Group, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BackToSpending } from '../../layout/back-to-spending.tsx'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { LinkAnchor } from '../../ui/links.tsx'
import classes from '../conversation/conversation.module.css'
import { ConversationTimeline } from '../conversation/conversation-timeline.tsx'
import { MessageComposer } from '../conversation/message-composer.tsx'
import { SubjectLine } from '../conversation/subject-line.tsx'
import { buyerSubjectLink } from '../conversation/subject-links.ts'
import { useMessageDraft } from '../conversation/use-message-draft.ts'
import { buyerConversationApi } from '../conversation-api.ts'
import { ActingAs } from './acting-as.tsx'
import { type BuyerConversation, buyerConversationQuery } from './buyer-conversation-queries.ts'

const route = getRouteApi('/dashboard/$account/spending/messages/$conversation')

/** A conversation between the account and one shop. */
export function BuyerConversationPage() {
  const { account, conversation } = route.useParams()
  const { data } = useSuspenseQuery(buyerConversationQuery(account, conversation))
  return <Shown key={conversation} of={data} />
}

function Shown({ of: { id, shop, unread, messages, read } }: { of: BuyerConversation }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account, name } = useAccount()
  const side = useMemo(() => buyerConversationApi(account, id), [account, id])
  const drafting = useMessageDraft(side)
  const other = shop?.name ?? t('goneShop')
  return (
    <div className={classes.page}>
      <Stack gap="xs" pb="xs">
        <Group justify="space-between" wrap="nowrap">
          <BackToSpending to="messages" />
          {shop && (
            <LinkAnchor to="/shops/$username" params={{ username: shop.username }} size="sm">
              {t('thread.shop')}
            </LinkAnchor>
          )}
        </Group>
        <PageHeader title={other} />
      </Stack>
      <section className={classes.pane} aria-label={t('thread.label', { shop: other })}>
        <ConversationTimeline
          side={side}
          other={other}
          read={unread ? 0 : messages}
          otherRead={read}
          by={(entry) => (entry.side === 'seller' ? other : (entry.person?.name ?? name))}
          renderSubject={(subject) => (
            <SubjectLine subject={subject} link={buyerSubjectLink(subject, account, shop?.username)} />
          )}
          edit={drafting.takeUp}
        />
        {shop ? (
          <MessageComposer
            side={side}
            drafting={drafting}
            label={t('thread.field', { shop: shop.name })}
            hint={t('thread.hint', { shop: shop.name })}
            before={<ActingAs />}
          />
        ) : (
          <Alert color="gray">{t('thread.closed')}</Alert>
        )}
      </section>
    </div>
  )
}
