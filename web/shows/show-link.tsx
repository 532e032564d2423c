import { Box } from '@mantine/core'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { ShowCover } from './show-cover.tsx'
import type { ShowSummary } from './show-queries.ts'
import classes from './shows.module.css'

export function ShowLink({ show }: { show: Pick<ShowSummary, 'id' | 'title'> }) {
  const { id } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/shows/$show"
      params={{ account: id, show: show.id }}
      fw={600}
      size="sm"
      c="bright"
      className="stagedoor-breaks"
    >
      {show.title}
    </LinkAnchor>
  )
}

/** The show's cover in small. The title is next to it. */
export const SmallShowCover = ({ show }: { show: Pick<ShowSummary, 'cover'> }) => (
  <Box className={classes.small} aria-hidden>
    <ShowCover cover={show.cover} size="thumb" />
  </Box>
)
