import { useState } from 'react'
import type { ConversationApi, MessageSubject, OutgoingMessage } from '../conversation-api.ts'
import { readStored, storageKey, writeStored } from '../outbox/browser-storage.ts'
import { threadEnd } from '../outbox/thread-queries.ts'

/** The text that is being written, and the kind of entry that it becomes. */
export type MessageDraft = {
  text: string
  isNote: boolean
  subject?: MessageSubject | undefined
  /** The number of the last message when its writer began. */
  seen?: number
}
const empty: MessageDraft = { text: '', isNote: false }

/** The draft of a message. It survives a lost connection and a closed tab. */
export function useMessageDraft(side: ConversationApi) {
  const name = storageKey('draft', side)
  const [draft, setDraft] = useState(() => readStored<MessageDraft>(name) ?? empty)
  const set = (changed: Partial<MessageDraft>) =>
    setDraft((before) => {
      const begins = before.text === '' && changed.text ? { seen: threadEnd(side).number } : {}
      const after = { ...before, ...begins, ...changed }
      writeStored(name, after.text === '' && !after.subject && !after.isNote ? undefined : after)
      return after
    })
  /** A submitted text that was refused is put before the text that was begun since. */
  const takeUp = ({ kind, text, subject }: OutgoingMessage) =>
    set({
      text: [text, draft.text].filter(Boolean).join('\n\n'),
      isNote: kind === 'note',
      seen: threadEnd(side).number,
      ...(subject && { subject }),
    })
  return { draft, set, takeUp, clear: () => set({ text: '', subject: undefined }) }
}
export type MessageDrafting = ReturnType<typeof useMessageDraft>
