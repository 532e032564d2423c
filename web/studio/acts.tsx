import { Group } from '@mantine/core'
import { Counters } from './counters.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { GoLive } from './go-live.tsx'
import { Leaving } from './leaving.tsx'
import { Over } from './over.tsx'
import { SomebodyElse } from './somebody-else.tsx'
import { Stopped } from './stopped.tsx'
import type { StudioState } from './use-studio.ts'

/** What is to be done now: one thing before; during it, what ends it; and who hosts, if it is somebody else. */
export function Acts({ studio }: { studio: StudioState }) {
  switch (studio.phase) {
    case 'before':
      return <GoLive studio={studio} />
    case 'stopped':
      return <Stopped studio={studio} />
    case 'elsewhere':
      return <Elsewhere studio={studio} />
    case 'other':
      return <SomebodyElse studio={studio} />
    case 'over':
      return <Over show={studio.show} />
    default:
      return (
        <Group justify="space-between" gap="xs">
          <Counters studio={studio} visibleFrom="sm" />
          <Leaving studio={studio} />
        </Group>
      )
  }
}
