/* Applies the events of a show to what the page already has. Pure functions. */

/** The number of chat lines that the page keeps. */
export const maxChatLines = 200
const mostThings = 50

type Said = { id: string }
/** The known lines of a chat in order, and the ids of removed lines that may still arrive. */
export type ChatLog<L extends Said> = { items: L[]; removed: string[] }

/** Adds a line once, in its place. Ids are in the order of time, though a line may arrive after later ones. */
export function withChatLine<L extends Said>({ items, removed }: ChatLog<L>, line: L): ChatLog<L> {
  if (removed.includes(line.id) || items.some(({ id }) => id === line.id)) return { items, removed }
  const after = items.findLastIndex(({ id }) => id < line.id)
  return { items: items.toSpliced(after + 1, 0, line).slice(-maxChatLines), removed }
}

/** Removes a line, even one that has not arrived yet. */
export const withoutChatLine = <L extends Said>(
  { items, removed }: ChatLog<L>,
  line: string,
): ChatLog<L> => ({
  items: items.filter(({ id }) => id !== line),
  removed: [...removed, line].slice(-maxChatLines),
})

/** The fetched latest lines, and those that were written while the answer was on its way. */
export function mergeChatLines<L extends Said>(known: ChatLog<L> | undefined, items: L[]): ChatLog<L> {
  const last = items.at(-1)?.id ?? ''
  const removed = known?.removed ?? []
  const fresh: ChatLog<L> = { items: items.filter(({ id }) => !removed.includes(id)), removed }
  return (known?.items ?? []).filter(({ id }) => id > last).reduce(withChatLine, fresh)
}

type Versioned = { id: string; version: number }

/** Replaces an auction or a giveaway by a newer version. An older version than the known one is ignored. */
export function withNewerVersion<T extends Versioned>(known: T[], one: T): T[] {
  const place = known.findIndex(({ id }) => id === one.id)
  if (place < 0) return [...known, one].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, mostThings)
  return (known[place] as T).version >= one.version ? known : known.with(place, one)
}

/** The fetched versions, unless events have brought newer ones since. */
export const mergeVersions = <T extends Versioned>(known: T[] | undefined, asked: T[]): T[] =>
  (known ?? []).filter(({ id }) => id >= (asked.at(-1)?.id ?? '')).reduce(withNewerVersion, asked)
