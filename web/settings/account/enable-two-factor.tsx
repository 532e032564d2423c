import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callAuth } from '../../data/auth-api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { BackupCodes } from './backup-codes.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { TotpStep } from './totp-step.tsx'

type Secret = { totpURI: string; backupCodes: string[] }

/**
 * Three steps: the password, a first code from the app, the backup codes. The second factor is on only after the
 * second step.
 */
export function EnableTwoFactor({ close }: { close: () => void }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const [secret, setSecret] = useState<Secret>()
  const [isProven, setProven] = useState(false)
  const finish = () => {
    close()
    if (!isProven) return
    showToast(t('twoFactor.isOn'))
    void queries.invalidateQueries({ queryKey: meKeys.one() })
  }
  return (
    <Dialog opened onClose={finish} title={t('twoFactor.enableTitle')} centered closeOnClickOutside={false}>
      {!secret && (
        <ConfirmPassword
          act={t('twoFactor.next')}
          send={(password) => callAuth('two-factor/enable', { password })}
          done={setSecret}
        />
      )}
      {secret && !isProven && <TotpStep uri={secret.totpURI} done={() => setProven(true)} />}
      {secret && isProven && <BackupCodes codes={secret.backupCodes} done={finish} />}
    </Dialog>
  )
}
