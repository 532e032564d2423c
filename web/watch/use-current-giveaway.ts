import { useQuery } from '@tanstack/react-query'
import { useCountdown } from './use-countdown.ts'
import { useWatchContext } from './watch-context.ts'
import { type PublicGiveaway, publicGiveawaysQuery } from './watch-queries.ts'

/** Milliseconds for which the winner is shown. */
const shown = 120_000

/** The open giveaway, or one that was just drawn. */
export function useCurrentGiveaway(): PublicGiveaway | undefined {
  const { show } = useWatchContext()
  const { data } = useQuery(publicGiveawaysQuery(show.id))
  const [latest] = data ?? []
  const isOpen = latest?.status === 'open'
  const over =
    latest && !isOpen ? new Date(new Date(latest.endsAt).getTime() + shown).toISOString() : undefined
  const rest = useCountdown(over)
  return isOpen || rest > 0 ? latest : undefined
}
