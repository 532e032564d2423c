/* What a show tells is put into what the page holds already. Pure. */

/** Lines that stay on the page. */
export const mostLines = 200
const mostThings = 50

type Said = { id: string }
/** What of a chat is known: its lines in their order, and which of those to come are not to be shown any more. */
export type Lines<L extends Said> = { items: L[]; gone: string[] }

/** Adds a line, once and at its place: ids sort by time, though some arrive after later ones. */
export function withLine<L extends Said>({ items, gone }: Lines<L>, line: L): Lines<L> {
  if (gone.includes(line.id) || items.some(({ id }) => id === line.id)) return { items, gone }
  const after = items.findLastIndex(({ id }) => id < line.id)
  return { items: items.toSpliced(after + 1, 0, line).slice(-mostLines), gone }
}

/** Takes a line away, also if it is only on its way. */
export const withoutLine = <L extends Said>({ items, gone }: Lines<L>, line: string): Lines<L> => ({
  items: items.filter(({ id }) => id !== line),
  gone: [...gone, line].slice(-mostLines),
})

/** The latest lines as they were just asked for, and those that were said while the answer was on its way. */
export function freshLines<L extends Said>(known: Lines<L> | undefined, items: L[]): Lines<L> {
  const last = items.at(-1)?.id ?? ''
  const gone = known?.gone ?? []
  const fresh: Lines<L> = { items: items.filter(({ id }) => !gone.includes(id)), gone }
  return (known?.items ?? []).filter(({ id }) => id > last).reduce(withLine, fresh)
}

type Versioned = { id: string; version: number }

/** Puts an auction or a giveaway in place of an older version of it; what is older than what is known is ignored. */
export function withNewer<T extends Versioned>(known: T[], one: T): T[] {
  const place = known.findIndex(({ id }) => id === one.id)
  if (place < 0) return [...known, one].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, mostThings)
  return (known[place] as T).version >= one.version ? known : known.with(place, one)
}

/** What was just asked for, but for what was told meanwhile. */
export const freshest = <T extends Versioned>(known: T[] | undefined, asked: T[]): T[] =>
  (known ?? []).filter(({ id }) => id >= (asked.at(-1)?.id ?? '')).reduce(withNewer, asked)
