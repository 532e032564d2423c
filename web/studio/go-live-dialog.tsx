import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { StudioState } from './broadcast/use-studio.ts'

/** The confirmation before the show goes live. */
export function GoLiveDialog({ studio, close }: { studio: StudioState; close: () => void }) {
  const { t } = useTranslation(['studio', 'layout'])
  const { show, air, camera } = studio
  const whom = show.rehearsal ? 'rehearsal' : show.discoverability
  return (
    <Dialog opened onClose={close} title={t('goLive.title')} centered>
      <Stack>
        <Text fw="bold" className="stagedoor-breaks">
          {show.title}
        </Text>
        <Text size="sm">{t(`goLive.seen.${whom}`)}</Text>
        {camera.isMuted && (
          <Text size="sm" c="red">
            {t('goLive.muted')}
          </Text>
        )}
        <ProblemAlert problem={air.goLive.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('layout:form.cancel')}
          </Button>
          <Button
            color="green"
            data-autofocus
            loading={air.goLive.isPending}
            onClick={() => air.goLive.mutate({}, { onSuccess: close })}
          >
            {t(show.rehearsal ? 'goLive.rehearseNow' : 'goLive.now')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
