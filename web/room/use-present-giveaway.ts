import { useQuery } from '@tanstack/react-query'
import { type Giveaway, giveawaysOf } from './queries.ts'
import { useRest } from './use-rest.ts'
import { useWatched } from './watched.ts'

/** Milliseconds for which it is shown who won. */
const shown = 120_000

/** The giveaway that is open, or the one that was just drawn. */
export function usePresentGiveaway(): Giveaway | undefined {
  const { show } = useWatched()
  const { data } = useQuery(giveawaysOf(show.id))
  const [latest] = data ?? []
  const isOpen = latest?.state === 'open'
  const over =
    latest && !isOpen ? new Date(new Date(latest.endsAt).getTime() + shown).toISOString() : undefined
  const rest = useRest(over)
  return isOpen || rest > 0 ? latest : undefined
}
