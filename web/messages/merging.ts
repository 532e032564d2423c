/* What is asked for is put into what the page holds already. Pure. */

type Placed = { position: number }
/** An unbroken part of a conversation up to its latest, and what leads to what came before it. */
export type Thread<E extends Placed> = { items: E[]; older: string | null }

/**
 * Puts in what is not there yet, each at its place. What leaves a gap to the rest is left out: it is asked for again.
 * @param older what leads to what is before `items`, where they are the earliest
 */
export function withEntries<E extends Placed>(
  known: Thread<E> | undefined,
  items: E[],
  older: string | null = null,
): Thread<E> {
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

export const lastOf = <E extends Placed>(thread: Thread<E> | undefined): number =>
  thread?.items.at(-1)?.position ?? 0

type Waiting = { key: string; text: string; after: number; refused?: unknown }
type Written = Placed & { text: string }

/**
 * Those of what was submitted that still have to be shown: what arrived though its answer was lost stands in the
 * thread already. Each entry of one's own stands for one of them.
 */
export function stillWaiting<W extends Waiting, E extends Written>(waiting: W[], own: E[]): W[] {
  const taken = new Set<number>()
  return waiting.filter(({ text, after, refused }) => {
    if (refused) return true
    const there = own.find((one) => one.position > after && one.text === text && !taken.has(one.position))
    if (there) taken.add(there.position)
    return !there
  })
}

/** What is sent next: what was refused steps aside, but whoever was overtaken by a colleague decides first. */
export function nextOf<W extends { refused?: { code: string } | undefined }>(waiting: W[]): W | undefined {
  const next = waiting.find(({ refused }) => !refused || refused.code === 'answered_meanwhile')
  return next?.refused ? undefined : next
}
