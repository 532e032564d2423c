import { useDocumentVisibility } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { Side } from './side.ts'

/** Tells that one has read up to the last message, once it can be seen. */
export function useReading(side: Side, last: number, readBefore: number | undefined, isSeen: boolean) {
  const told = useRef(0)
  const isVisible = useDocumentVisibility() === 'visible'
  const isNew = readBefore !== undefined && last > readBefore
  useEffect(() => {
    // Who marks it as unread has seen it: it stays unread until something comes.
    told.current = Math.max(told.current, readBefore ?? 0)
    if (!isVisible || !isSeen || !isNew || told.current >= last) return
    told.current = last
    side.markRead(last).catch(() => {
      told.current = 0
    })
  }, [side, last, readBefore, isVisible, isSeen, isNew])
}
