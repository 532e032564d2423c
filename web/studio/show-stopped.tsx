import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Countdown } from '../ui/countdown.tsx'
import type { StudioState } from './broadcast/use-studio.ts'
import { EndShow } from './end-show.tsx'
import { GoLive } from './go-live.tsx'

/** Nobody is on the air, and the viewers are waiting. */
export function ShowStopped({ studio }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const { resumeBy } = studio.show
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw="medium">
          {resumeBy && <Countdown until={resumeBy} words={(left) => t('stopped.left', { left })} />}
        </Text>
        <EndShow air={studio.air} />
      </Group>
      <GoLive studio={studio} />
    </Stack>
  )
}
