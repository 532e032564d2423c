import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type Show, showOf } from './shows.ts'

/** The account and the show in the address. */
export function useShowId(): [account: string, show: string] {
  const { account, show } = useParams({ from: '/dashboard/$account/shows/$show' })
  return [account, show]
}

/** The show whose page is open. */
export function useShown(): Show {
  const { data } = useQuery(showOf(...useShowId()))
  if (!data) throw new Error('useShown is for the pages inside a show’s frame')
  return data
}
