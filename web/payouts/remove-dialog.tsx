import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PasswordStep } from '../account/password-step.tsx'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'

export function RemoveDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('payouts')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return (
    <Sheet opened onClose={close} title={t('details.removeTitle')} centered>
      <PasswordStep
        text={t('details.removeText')}
        act={t('details.removeConfirm')}
        color="red"
        send={(password) =>
          call('DELETE /accounts/:account/payout-details', { params: { account }, input: { password } })
        }
        done={() => {
          tell(t('details.removed'))
          close()
          return queries.invalidateQueries({ queryKey: [account, 'payouts'] })
        }}
      />
    </Sheet>
  )
}
