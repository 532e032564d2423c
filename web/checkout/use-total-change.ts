import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Quote } from './quote-queries.ts'

/** For so long after a change, a click may still be meant for the total that was shown before. */
const reactionMs = 1_000

/** A quote, and the one before it if the total of the same basket has changed. */
type ShownQuote = { basketKey: string; quote: Quote; before: Quote | undefined }

/**
 * Tells whether the total of the same basket has changed while the page was open.
 * @param basketKey identifies the items that the quote is for
 * @returns `before`, the quote before the last change, and `isFresh`, whether the change is too recent to pay
 */
export function useTotalChange(basketKey: string, quote: Quote | undefined) {
  const [shown, setShown] = useState<ShownQuote>()
  const [read] = useDebouncedValue(shown, reactionMs)
  const isSameBasket = shown?.basketKey === basketKey
  // React repeats the rendering at once, so the new total never appears with a button that can be pressed.
  if (quote && !(isSameBasket && shown.quote.total === quote.total))
    setShown({ basketKey, quote, before: isSameBasket ? shown.quote : undefined })
  const before = shown?.before
  return { before, isFresh: before !== undefined && read !== shown }
}
