import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import type { StudioState } from './use-studio.ts'

/** The last word before everybody sees it. */
export function GoLiveDialog({ studio, close }: { studio: StudioState; close: () => void }) {
  const { t } = useTranslation(['studio', 'shell'])
  const { show, air, camera } = studio
  const whom = show.rehearsal ? 'rehearsal' : show.discoverability
  return (
    <Sheet opened onClose={close} title={t('goLive.title')} centered>
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
            {t('shell:form.cancel')}
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
    </Sheet>
  )
}
