/** What the address of a new message to a shop holds: to whom, and about what of theirs. */
export type Writing = { shop?: string; product?: string; order?: string; show?: string }

const names = ['shop', 'product', 'order', 'show'] as const

export function readWriting(search: Record<string, unknown>): Writing {
  const found: Writing = {}
  for (const name of names) {
    const value = search[name]
    // A username of digits alone arrives as a number.
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && text !== '') found[name] = text
  }
  return found
}
