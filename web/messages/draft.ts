import { useState } from 'react'
import { nameOf, read, write } from './kept.ts'
import type { About, Said, Side } from './side.ts'
import { endOf } from './thread.ts'

/** What is being written, and what it will be. */
export type Draft = {
  text: string
  isNote: boolean
  about?: About | undefined
  /** The number of the last message that was there when its writer began. */
  seen?: number
}
const empty: Draft = { text: '', isNote: false }

/** What a person has begun to write in a conversation: it is there again after a lost connection or a closed tab. */
export function useDraft(side: Side) {
  const name = nameOf('draft', side)
  const [draft, setDraft] = useState(() => read<Draft>(name) ?? empty)
  const set = (changed: Partial<Draft>) =>
    setDraft((before) => {
      const begins = before.text === '' && changed.text ? { seen: endOf(side).number } : {}
      const after = { ...before, ...begins, ...changed }
      write(name, after.text === '' && !after.about && !after.isNote ? undefined : after)
      return after
    })
  /** What was submitted and not taken stands before what was begun since. */
  const takeUp = ({ kind, text, about }: Said) =>
    set({
      text: [text, draft.text].filter(Boolean).join('\n\n'),
      isNote: kind === 'note',
      seen: endOf(side).number,
      ...(about && { about }),
    })
  return { draft, set, takeUp, clear: () => set({ text: '', about: undefined }) }
}
export type Drafting = ReturnType<typeof useDraft>
