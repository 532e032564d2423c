import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { list } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { useMe } from '../shell/session.ts'
import { AboutLine } from './about-line.tsx'
import { sellersPage } from './about-pages.ts'
import { useDraft } from './draft.ts'
import type { Conversation } from './queries.ts'
import { forgetReplying, useReplying } from './replying.ts'
import type { Entry, Side } from './side.ts'
import { TeamComposer } from './team-composer.tsx'
import { threadOf } from './thread.ts'
import { Timeline } from './timeline.tsx'

type Given = { conversation: Conversation; side: Side }

/** The conversation as the team has it, and where it answers. */
export function TeamThread({ conversation, side }: Given) {
  const { t } = useTranslation('messages')
  const { person } = useMe()
  const { name } = useAccount()
  const drafting = useDraft(side)
  const { read, buyerRead, buyerName, blocked } = conversation
  const buyer = buyerName ?? t('gone')
  const by = (entry: Entry) =>
    entry.side === 'buyer'
      ? buyer
      : entry.person?.id === person.id
        ? t('thread.you')
        : (entry.person?.name ?? '')
  return (
    <>
      <Timeline
        side={side}
        other={buyer}
        read={read}
        otherRead={buyerRead}
        by={by}
        about={(about) => <AboutLine about={about} link={sellersPage(about, side.account)} />}
        edit={drafting.takeUp}
      />
      <Replying side={side} />
      {buyerName === null && <Alert color="gray">{t('composer.gone')}</Alert>}
      {blocked && <Alert color="red">{t('composer.blocked', { by: blocked.by, account: name })}</Alert>}
      <TeamComposer side={side} drafting={drafting} buyer={buyer} canReply={buyerName !== null && !blocked} />
    </>
  )
}

/** Who else is about to answer, so that two do not do so at once. */
function Replying({ side }: { side: Side }) {
  const { t } = useTranslation('messages')
  const names = useReplying(side.conversation)
  const { data } = useQuery(threadOf(side))
  const last = data?.items.at(-1)
  useEffect(() => forgetReplying(side.conversation, last?.person?.id), [side, last])
  return (
    <Text size="xs" c="dimmed" role="status">
      {names.length > 0 && t('thread.replying', { names: list(names), count: names.length })}
    </Text>
  )
}
