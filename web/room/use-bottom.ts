import { useLayoutEffect, useRef, useState } from 'react'

/** As good as at the bottom: pixels. */
const near = 24

/** Keeps a list at its end while its reader is there; who has scrolled up stays there, and is told what is new. */
export function useBottom(ids: string[]) {
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
