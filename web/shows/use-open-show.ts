import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type Show, showQuery } from './show-queries.ts'

/** The account and the show in the address. */
export function useOpenShowParams(): [account: string, show: string] {
  const { account, show } = useParams({ from: '/dashboard/$account/shows/$show' })
  return [account, show]
}

/** The show whose page is open. */
export function useOpenShow(): Show {
  return useSuspenseQuery(showQuery(...useOpenShowParams())).data
}
