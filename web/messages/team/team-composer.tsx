import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatList } from '../../i18n/formats.ts'
import { useAccount } from '../../session/account-context.ts'
import { showToast } from '../../ui/toasts.ts'
import { MessageComposer } from '../conversation/message-composer.tsx'
import type { MessageDrafting } from '../conversation/use-message-draft.ts'
import type { ConversationApi } from '../conversation-api.ts'
import { LinkOrderMenu } from './link-order-menu.tsx'
import { placeholdersIn } from './placeholders.ts'
import { SavedRepliesMenu } from './saved-replies-menu.tsx'
import { useSendTyping } from './typing-indicator.ts'

type Given = { side: ConversationApi; drafting: MessageDrafting; buyer: string; canReply: boolean }

/** The field in which the team answers a customer, or adds a note for itself. */
export function TeamComposer({ side, drafting, buyer, canReply }: Given) {
  const { t } = useTranslation('messages')
  const { name } = useAccount()
  const tellReplying = useSendTyping(side)
  const { draft, set } = drafting
  const isNote = draft.isNote || !canReply
  const unfilled = (text: string) => {
    const words = placeholdersIn(text)
    return words.length > 0 ? t('composer.unfilled', { words: formatList(words) }) : undefined
  }
  const insert = (text: string) => {
    const words = unfilled(text)
    set({ text: [draft.text.trimEnd(), text].filter(Boolean).join('\n') })
    if (words) showToast(words)
  }
  return (
    <MessageComposer
      side={side}
      drafting={{ ...drafting, draft: { ...draft, isNote } }}
      label={isNote ? t('composer.noteLabel') : t('composer.replyLabel', { buyer })}
      hint={isNote ? t('composer.noteHint') : t('composer.replyHint', { account: name })}
      hindrance={isNote ? undefined : unfilled(draft.text)}
      before={
        canReply && (
          <SegmentedControl
            size="xs"
            aria-label={t('composer.kind')}
            value={isNote ? 'note' : 'reply'}
            onChange={(kind) => set({ isNote: kind === 'note' })}
            data={[
              { value: 'reply', label: t('composer.reply') },
              { value: 'note', label: t('composer.note') },
            ]}
            style={{ alignSelf: 'flex-start' }}
          />
        )
      }
      tools={
        !isNote && (
          <>
            <SavedRepliesMenu
              side={side}
              order={draft.subject?.kind === 'order' ? draft.subject.id : undefined}
              insert={insert}
            />
            <LinkOrderMenu side={side} choose={(subject) => set({ subject })} />
          </>
        )
      }
      {...(!isNote && { typing: tellReplying })}
    />
  )
}
