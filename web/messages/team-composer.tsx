import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { list } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { tell } from '../shell/told.ts'
import { Composer } from './composer.tsx'
import type { Drafting } from './draft.ts'
import { OrderMenu } from './order-menu.tsx'
import { useTellReplying } from './replying.ts'
import { SavedMenu } from './saved-menu.tsx'
import type { Side } from './side.ts'
import { wordsIn } from './words.ts'

type Given = { side: Side; drafting: Drafting; buyer: string; canReply: boolean }

/** Where the team answers a customer, or notes something for itself. */
export function TeamComposer({ side, drafting, buyer, canReply }: Given) {
  const { t } = useTranslation('messages')
  const { name } = useAccount()
  const tellReplying = useTellReplying(side)
  const { draft, set } = drafting
  const isNote = draft.isNote || !canReply
  const unfilled = (text: string) => {
    const words = wordsIn(text)
    return words.length > 0 ? t('composer.unfilled', { words: list(words) }) : undefined
  }
  const insert = (text: string) => {
    const words = unfilled(text)
    set({ text: [draft.text.trimEnd(), text].filter(Boolean).join('\n') })
    if (words) tell(words)
  }
  return (
    <Composer
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
            <SavedMenu
              side={side}
              order={draft.about?.kind === 'order' ? draft.about.id : undefined}
              insert={insert}
            />
            <OrderMenu side={side} choose={(about) => set({ about })} />
          </>
        )
      }
      {...(!isNote && { typing: tellReplying })}
    />
  )
}
