/* Merges fetched entries into those that the page already has. Pure functions. */

type Placed = { position: number }
/** The latest entries of a conversation without a gap, and the cursor for earlier ones. */
export type EntryThread<E extends Placed> = { items: E[]; older: string | null }

/**
 * Adds the entries that are missing, in order. Entries that would leave a gap are left out; they are fetched later.
 * @param older the cursor for entries before `items`, if these are the earliest
 */
export function mergeEntries<E extends Placed>(
  known: EntryThread<E> | undefined,
  items: E[],
  older: string | null = null,
): EntryThread<E> {
  const [first] = items
  if (!known || known.items.length === 0) return { items, older }
  const at = new Map([...items, ...known.items].map((entry) => [entry.position, entry]))
  const start = (known.items[0] as E).position
  const before = run(at, start - 1, -1).reverse()
  const isEarlier = first !== undefined && first.position < start && before.length > 0
  return { items: [...before, ...run(at, start, 1)], older: isEarlier ? older : known.older }
}

function run<E>(at: Map<number, E>, from: number, step: 1 | -1): E[] {
  const found: E[] = []
  for (let place = from; at.has(place); place += step) found.push(at.get(place) as E)
  return found
}

export const lastPosition = <E extends Placed>(thread: EntryThread<E> | undefined): number =>
  thread?.items.at(-1)?.position ?? 0

type Waiting = { key: string; text: string; after: number; refused?: unknown }
type Written = Placed & { text: string }

/**
 * The submitted messages that must still be shown. A message that arrived although its answer was lost is in the
 * thread already: each of one's own entries confirms one message.
 */
export function unconfirmedMessages<W extends Waiting, E extends Written>(waiting: W[], own: E[]): W[] {
  const taken = new Set<number>()
  return waiting.filter(({ text, after, refused }) => {
    if (refused) return true
    const there = own.find((one) => one.position > after && one.text === text && !taken.has(one.position))
    if (there) taken.add(there.position)
    return !there
  })
}

/**
 * The message to send next. Refused messages are skipped, except one that a colleague's answer has overtaken: its
 * writer decides first.
 */
export function nextToSend<W extends { refused?: { code: string } | undefined }>(
  waiting: W[],
): W | undefined {
  const next = waiting.find(({ refused }) => !refused || refused.code === 'answered_meanwhile')
  return next?.refused ? undefined : next
}
