import { queryOptions } from '@tanstack/react-query'
import { client } from '../client.ts'
import { lastOf, type Thread as Of, withEntries } from './merging.ts'
import type { Entry, Side } from './side.ts'

export type Thread = Of<Entry>

const keyOf = ({ account, area, conversation }: Side) => [account, area, conversation, 'thread']
const heldOf = (side: Side) => client.getQueryData<Thread>(keyOf(side))

/** What stands in a conversation: the latest at first, and from then on what came after the last that is there. */
export const threadOf = (side: Side) =>
  queryOptions({ queryKey: keyOf(side), queryFn: () => sync(side), structuralSharing: false })

/** Each answer is kept as it comes: one that another question overtakes is not lost. */
async function sync(side: Side): Promise<Thread> {
  let held = heldOf(side)
  if (!held) {
    const { items, next } = await side.read({})
    return keep(side, items, next)
  }
  for (let next: string | null = ''; next !== null; ) {
    const answer = await side.read({ since: lastOf(held) })
    held = keep(side, answer.items)
    next = answer.next
  }
  return held
}

/** Puts entries into the thread as it is now; what of them it holds already stays as it was. */
export function keep(side: Side, items: Entry[], older?: string | null): Thread {
  const after = withEntries(heldOf(side), items, older)
  client.setQueryData(keyOf(side), after)
  return after
}

/** What one has just written, as the server answered it; what came before it unseen is asked for first. */
export async function keepOwn(side: Side, entry: Entry): Promise<void> {
  const held = heldOf(side)
  if (!held) return
  if (entry.position <= lastOf(held) + 1) keep(side, [entry])
  else await client.refetchQueries({ queryKey: keyOf(side) })
}

/** What came before the earliest that is there. */
export async function readOlder(side: Side): Promise<void> {
  const after = heldOf(side)?.older
  if (!after) return
  const { items, next } = await side.read({ after })
  keep(side, items, next)
}

/** The last place of the thread, and the number of the last message in it. */
export function endOf(side: Side): { position: number; number: number } {
  const held = heldOf(side)
  const number = held?.items.findLast((entry) => entry.number !== null)?.number ?? 0
  return { position: lastOf(held), number }
}
