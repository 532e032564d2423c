import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callAuth } from '../../data/auth-api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { ConfirmPassword } from './confirm-password.tsx'

export function DisableTwoFactor({ close }: { close: () => void }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  return (
    <Dialog opened onClose={close} title={t('twoFactor.disableTitle')} centered>
      <ConfirmPassword
        text={t('twoFactor.disableText')}
        act={t('twoFactor.disable')}
        color="red"
        send={(password) => callAuth('two-factor/disable', { password })}
        done={() => {
          showToast(t('twoFactor.isOff'))
          close()
          return queries.invalidateQueries({ queryKey: meKeys.one() })
        }}
      />
    </Dialog>
  )
}
