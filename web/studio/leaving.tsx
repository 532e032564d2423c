import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../shell/confirm.tsx'
import { EndShow } from './end-show.tsx'
import type { StudioState } from './use-studio.ts'

/** The ways off the air: for a while, or for good. */
export function Leaving({ studio: { air } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const [isAsked, { open, close }] = useDisclosure(false, { onOpen: air.leave.reset })
  return (
    <Group gap="xs">
      <EndShow air={air} />
      <Button variant="default" leftSection={<IconPlayerPause size="1.125rem" aria-hidden />} onClick={open}>
        {t('stop.open')}
      </Button>
      <Confirm
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
