import { Group } from '@mantine/core'
import type { StudioState } from './broadcast/use-studio.ts'
import { GoLive } from './go-live.tsx'
import { OnOtherDevice } from './on-other-device.tsx'
import { OtherHost } from './other-host.tsx'
import { ShowCounters } from './show-counters.tsx'
import { ShowOver } from './show-over.tsx'
import { ShowStopped } from './show-stopped.tsx'
import { StopOrEnd } from './stop-or-end.tsx'

/**
 * The main action: before the show, going live; during it, stopping; or the information that another member hosts.
 */
export function PrimaryAction({ studio }: { studio: StudioState }) {
  switch (studio.phase) {
    case 'before':
      return <GoLive studio={studio} />
    case 'stopped':
      return <ShowStopped studio={studio} />
    case 'elsewhere':
      return <OnOtherDevice studio={studio} />
    case 'other':
      return <OtherHost studio={studio} />
    case 'over':
      return <ShowOver show={studio.show} />
    default:
      return (
        <Group justify="space-between" gap="xs">
          <ShowCounters studio={studio} visibleFrom="sm" />
          <StopOrEnd studio={studio} />
        </Group>
      )
  }
}
