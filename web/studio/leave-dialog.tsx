import { useTranslation } from 'react-i18next'
import { Confirm } from '../shell/confirm.tsx'
import type { Air } from './use-air.ts'
import type { useStaying } from './use-staying.ts'

/** Leaving the page ends the picture: so the show is stopped first, or one stays. */
export function LeaveDialog({ air, leaving }: { air: Air; leaving: ReturnType<typeof useStaying> }) {
  const { t } = useTranslation('studio')
  return (
    <Confirm
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
