import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Pixels from the bottom within which the reader counts as being there. */
const near = 32

type Shown = {
  /** The first and the last position that are shown, and the number of messages that wait to be sent. */
  first: number | undefined
  last: number
  waiting: number
}

/**
 * Keeps a thread scrolled to its end while the reader is there. If the reader has scrolled up, their position stays
 * the same when entries are added at either end.
 */
export function useStickToBottom({ first, last, waiting }: Shown) {
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<number>()
  const isAway = seen !== undefined
  const away = useRef(isAway)
  away.current = isAway
  const toBottom = () => {
    setSeen(undefined)
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }
  const follow = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
    const isThere = scrollHeight - scrollTop - clientHeight <= near
    setSeen((before) => (isThere ? undefined : (before ?? last)))
  }
  useLayoutEffect(() => {
    if (waiting > 0) setSeen(undefined)
  }, [waiting])
  useEffect(() => {
    const stay = () => {
      if (!away.current) box.current?.scrollTo({ top: box.current.scrollHeight })
    }
    const observer = new ResizeObserver(stay)
    for (const element of [box.current, inner.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useKept(box, first)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end
  useLayoutEffect(() => {
    if (!isAway) box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [last, waiting, isAway])
  return { box, inner, follow, toBottom, seen, isAway }
}

/** Entries that are added before the ones being read do not move them. */
function useKept(box: { current: HTMLDivElement | null }, first: number | undefined) {
  const before = useRef({ first, height: 0 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const { first: was, height } = before.current
    if (first !== undefined && was !== undefined && first < was)
      element.scrollTop += element.scrollHeight - height
    before.current = { first, height: element.scrollHeight }
  })
}
