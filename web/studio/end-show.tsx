import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import type { Broadcast } from './broadcast/use-broadcast.ts'

/** Ends the show for good, after a confirmation. */
export function EndShow({ air: { leave } }: { air: Broadcast }) {
  const { t } = useTranslation('studio')
  const [isAsked, { open, close }] = useDisclosure(false, { onOpen: leave.reset })
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {t('end.open')}
      </Button>
      <ConfirmDestructiveDialog
        opened={isAsked}
        title={t('end.title')}
        text={t('end.text')}
        confirm={t('end.confirm')}
        back={t('end.back')}
        problem={leave.variables === 'end' ? leave.error : null}
        busy={leave.isPending}
        close={close}
        act={() => leave.mutate('end', { onSuccess: close })}
      />
    </>
  )
}
