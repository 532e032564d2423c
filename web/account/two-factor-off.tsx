import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { auth } from '../auth.ts'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { PasswordStep } from './password-step.tsx'

export function TwoFactorOff({ close }: { close: () => void }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  return (
    <Sheet opened onClose={close} title={t('twoFactor.disableTitle')} centered>
      <PasswordStep
        text={t('twoFactor.disableText')}
        act={t('twoFactor.disable')}
        color="red"
        send={(password) => auth('two-factor/disable', { password })}
        done={() => {
          tell(t('twoFactor.isOff'))
          close()
          return queries.invalidateQueries({ queryKey: ['me'] })
        }}
      />
    </Sheet>
  )
}
