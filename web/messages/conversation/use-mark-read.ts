import { useDocumentVisibility } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { ConversationApi } from '../conversation-api.ts'

/** Marks messages as read up to the last one, once it is visible. */
export function useMarkRead(
  side: ConversationApi,
  last: number,
  readBefore: number | undefined,
  isSeen: boolean,
) {
  const told = useRef(0)
  const isVisible = useDocumentVisibility() === 'visible'
  const isNew = readBefore !== undefined && last > readBefore
  useEffect(() => {
    // A member who marks the conversation as unread has seen its messages: it stays unread until another one arrives.
    told.current = Math.max(told.current, readBefore ?? 0)
    if (!isVisible || !isSeen || !isNew || told.current >= last) return
    told.current = last
    side.markRead(last).catch(() => {
      told.current = 0
    })
  }, [side, last, readBefore, isVisible, isSeen, isNew])
}
