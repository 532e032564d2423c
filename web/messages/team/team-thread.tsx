import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatList } from '../../i18n/formats.ts'
import { useAccount } from '../../session/account-context.ts'
import { useMe } from '../../session/me-queries.ts'
import { ConversationTimeline } from '../conversation/conversation-timeline.tsx'
import { SubjectLine } from '../conversation/subject-line.tsx'
import { sellerSubjectLink } from '../conversation/subject-links.ts'
import { useMessageDraft } from '../conversation/use-message-draft.ts'
import type { ConversationApi, ConversationEntry } from '../conversation-api.ts'
import { threadQuery } from '../outbox/thread-queries.ts'
import type { Conversation } from './inbox-queries.ts'
import { TeamComposer } from './team-composer.tsx'
import { clearTyping, useTypingNames } from './typing-indicator.ts'

type Given = { conversation: Conversation; side: ConversationApi }

/** The conversation as the team sees it, with the field for answering. */
export function TeamThread({ conversation, side }: Given) {
  const { t } = useTranslation('messages')
  const { person } = useMe()
  const { name } = useAccount()
  const drafting = useMessageDraft(side)
  const { read, buyerRead, buyerName, blocked } = conversation
  const buyer = buyerName ?? t('gone')
  const by = (entry: ConversationEntry) =>
    entry.side === 'buyer'
      ? buyer
      : entry.person?.id === person.id
        ? t('thread.you')
        : (entry.person?.name ?? '')
  return (
    <>
      <ConversationTimeline
        side={side}
        other={buyer}
        read={read}
        otherRead={buyerRead}
        by={by}
        renderSubject={(subject) => (
          <SubjectLine subject={subject} link={sellerSubjectLink(subject, side.account)} />
        )}
        edit={drafting.takeUp}
      />
      <Replying side={side} />
      {buyerName === null && <Alert color="gray">{t('composer.gone')}</Alert>}
      {blocked && <Alert color="red">{t('composer.blocked', { by: blocked.by, account: name })}</Alert>}
      <TeamComposer side={side} drafting={drafting} buyer={buyer} canReply={buyerName !== null && !blocked} />
    </>
  )
}

/** The members who are about to answer, so that two do not answer at the same time. */
function Replying({ side }: { side: ConversationApi }) {
  const { t } = useTranslation('messages')
  const names = useTypingNames(side.conversation)
  const { data } = useQuery(threadQuery(side))
  const last = data?.items.at(-1)
  useEffect(() => clearTyping(side.conversation, last?.person?.id), [side, last])
  return (
    <Text size="xs" c="dimmed" role="status">
      {names.length > 0 && t('thread.replying', { names: formatList(names), count: names.length })}
    </Text>
  )
}
