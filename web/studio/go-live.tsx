import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBroadcast } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StudioState } from './broadcast/use-studio.ts'
import { GoLiveDialog } from './go-live-dialog.tsx'

/** The button that goes live. With the confirmation, that takes two clicks. */
export function GoLive({ studio }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const [isAsked, { open, close }] = useDisclosure()
  const { show, camera } = studio
  const words = show.rehearsal
    ? show.startedAt
      ? 'goLive.rehearseAgain'
      : 'goLive.rehearse'
    : show.startedAt
      ? 'goLive.resume'
      : 'goLive.open'
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" flex="1 1 var(--stagedoor-menu)">
        {t(camera.stream ? 'goLive.ready' : 'goLive.noPicture')}
      </Text>
      <Button size="md" disabled={!camera.stream} leftSection={<IconBroadcast aria-hidden />} onClick={open}>
        {t(words)}
      </Button>
      {isAsked && <GoLiveDialog studio={studio} close={close} />}
    </Group>
  )
}
