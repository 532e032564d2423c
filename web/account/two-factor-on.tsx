import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auth } from '../auth.ts'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { BackupCodes } from './backup-codes.tsx'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'

type Secret = { totpURI: string; backupCodes: string[] }

/** Three steps: the password, a first code from the app, the backup codes. It is on only after the second. */
export function TwoFactorOn({ close }: { close: () => void }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const [secret, setSecret] = useState<Secret>()
  const [isProven, setProven] = useState(false)
  const finish = () => {
    close()
    if (!isProven) return
    tell(t('twoFactor.isOn'))
    void queries.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <Sheet opened onClose={finish} title={t('twoFactor.enableTitle')} centered closeOnClickOutside={false}>
      {!secret && (
        <PasswordStep
          act={t('twoFactor.next')}
          send={(password) => auth('two-factor/enable', { password })}
          done={setSecret}
        />
      )}
      {secret && !isProven && <CodeStep uri={secret.totpURI} done={() => setProven(true)} />}
      {secret && isProven && <BackupCodes codes={secret.backupCodes} done={finish} />}
    </Sheet>
  )
}
