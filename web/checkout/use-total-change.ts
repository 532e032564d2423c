import { useEffect, useState } from 'react'
import type { Quote } from './quote-queries.ts'

/** For so long after a change, a click may still be meant for the total that was shown before. */
const reactionMs = 1_000

type Totals = { basketKey: string; quote: Quote }

/**
 * Tells whether the total of the same basket has changed while the page was open.
 * @param basketKey identifies the items that the quote is for
 * @returns `before`, the quote before the last change, and `isFresh`, whether the change is too recent to pay
 */
export function useTotalChange(basketKey: string, quote: Quote | undefined) {
  const [shown, setShown] = useState<Totals>()
  const [before, setBefore] = useState<Quote>()
  const [isFresh, setIsFresh] = useState(false)
  // React repeats the rendering at once, so the new total never appears with a button that can be pressed.
  if (quote && (shown?.basketKey !== basketKey || shown.quote.total !== quote.total)) {
    const isChange = shown?.basketKey === basketKey
    setShown({ basketKey, quote })
    setBefore(isChange ? shown.quote : undefined)
    setIsFresh(isChange)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the wait anew
  useEffect(() => {
    if (!isFresh) return
    const timer = setTimeout(() => setIsFresh(false), reactionMs)
    return () => clearTimeout(timer)
  }, [isFresh, shown])
  return { before, isFresh }
}
