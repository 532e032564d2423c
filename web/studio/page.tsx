import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDark } from '../room/dark.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { showOf } from '../shows/shows.ts'
import classes from './studio.module.css'
import { Studio } from './studio.tsx'

const route = getRouteApi('/dashboard/$account/shows/$show/studio')

/** Where a show is hosted from. */
export function StudioPage() {
  const { account, show } = route.useParams()
  const { data, error, refetch } = useQuery(showOf(account, show))
  useDark()
  if (data) return <Studio key={data.id} show={data} />
  if (error) return <ProblemAlert problem={error} retry={refetch} />
  return <Skeleton className={classes.picture} />
}
