import { Group, Title } from '@mantine/core'
import type { Show } from '../room/queries.ts'
import { PublicPage } from '../shell/public-page.tsx'
import { StateBadge } from '../shows/state-badge.tsx'

/** A show that is on. */
export function Room({ show }: { show: Show }) {
  return (
    <PublicPage wide title={show.title} heading={null}>
      <Group>
        <Title order={1}>{show.title}</Title>
        <StateBadge state={show.state} />
      </Group>
    </PublicPage>
  )
}
