import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** As good as at the bottom: pixels. */
const near = 32

type Shown = {
  /** The first and the last place that are shown, and how many wait to be sent. */
  first: number | undefined
  last: number
  waiting: number
}

/**
 * Keeps a thread at its end while its reader is there; who has scrolled up stays where they are, whatever comes
 * after or, when asked for, before.
 */
export function usePlace({ first, last, waiting }: Shown) {
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

/** What is put before what is read does not push it away. */
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
