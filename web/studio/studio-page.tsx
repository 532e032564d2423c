import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { showQuery } from '../shows/show-queries.ts'
import { useDarkMode } from '../watch/use-dark-mode.ts'
import { Studio } from './studio.tsx'

const route = getRouteApi('/dashboard/$account/shows/$show/studio')

/** The page from which a show is hosted. */
export function StudioPage() {
  const { account, show } = route.useParams()
  const { data } = useSuspenseQuery(showQuery(account, show))
  useDarkMode()
  return <Studio key={data.id} show={data} />
}
