import { Box } from '@mantine/core'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { Cover } from './cover.tsx'
import classes from './shows.module.css'
import type { ShowRow } from './shows.ts'

export function ShowLink({ show }: { show: Pick<ShowRow, 'id' | 'title'> }) {
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

/** Its cover, small; its title stands beside it. */
export const SmallCover = ({ show }: { show: Pick<ShowRow, 'cover'> }) => (
  <Box className={classes.small} aria-hidden>
    <Cover cover={show.cover} size="thumb" />
  </Box>
)
