import { useLayoutEffect, useRef, useState } from 'react'

/** Pixels from the bottom within which the list keeps scrolling. */
const near = 24

/**
 * Keeps a list scrolled to its end while the reader is there. A reader who has scrolled up stays there, and is told
 * about new lines.
 */
export function useChatScroll(ids: string[]) {
  const list = useRef<HTMLOListElement>(null)
  const [seen, setSeen] = useState<string>()
  const last = ids.at(-1)
  const isAway = seen !== undefined
  const toBottom = () => {
    setSeen(undefined)
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }
  const follow = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => {
    const isThere = scrollHeight - scrollTop - clientHeight <= near
    setSeen((before) => (isThere ? undefined : (before ?? last)))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end
  useLayoutEffect(() => {
    if (!isAway) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [last, isAway])
  const newer = seen === undefined ? 0 : ids.filter((id) => id > seen).length
  return { list, follow, toBottom, newer }
}
