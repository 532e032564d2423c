import { useTranslation } from 'react-i18next'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import type { Broadcast } from './broadcast/use-broadcast.ts'
import type { useConfirmLeave } from './broadcast/use-confirm-leave.ts'

/** Leaving the page would end the video, so this dialog offers to stop the show first, or to stay. */
export function LeaveStudioDialog({
  air,
  leaving,
}: {
  air: Broadcast
  leaving: ReturnType<typeof useConfirmLeave>
}) {
  const { t } = useTranslation('studio')
  return (
    <ConfirmDestructiveDialog
      opened={leaving.status === 'blocked'}
      title={t('leave.title')}
      text={t('leave.text')}
      confirm={t('leave.confirm')}
      back={t('leave.stay')}
      problem={air.leave.error}
      busy={air.leave.isPending}
      close={() => leaving.reset?.()}
      act={() => air.leave.mutate('stop', { onSuccess: () => leaving.proceed?.() })}
    />
  )
}
