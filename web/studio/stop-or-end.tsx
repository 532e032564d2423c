import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import type { StudioState } from './broadcast/use-studio.ts'
import { EndShow } from './end-show.tsx'

/** Buttons to stop the show for a while, or to end it for good. */
export function StopOrEnd({ studio: { air } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const [isAsked, { open, close }] = useDisclosure(false, { onOpen: air.leave.reset })
  return (
    <Group gap="xs">
      <EndShow air={air} />
      <Button variant="default" leftSection={<IconPlayerPause size="1.125rem" aria-hidden />} onClick={open}>
        {t('stop.open')}
      </Button>
      <ConfirmDestructiveDialog
        opened={isAsked}
        title={t('stop.title')}
        text={t('stop.text')}
        confirm={t('stop.confirm')}
        back={t('end.back')}
        problem={air.leave.variables === 'stop' ? air.leave.error : null}
        busy={air.leave.isPending}
        close={close}
        act={() => air.leave.mutate('stop', { onSuccess: close })}
      />
    </Group>
  )
}
