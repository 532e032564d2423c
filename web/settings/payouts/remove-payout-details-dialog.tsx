import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { payoutKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { ConfirmPassword } from '../account/confirm-password.tsx'

export function RemovePayoutDetailsDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('payouts')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return (
    <Dialog opened onClose={close} title={t('details.removeTitle')} centered>
      <ConfirmPassword
        text={t('details.removeText')}
        act={t('details.removeConfirm')}
        color="red"
        send={(password) =>
          callApi('DELETE /accounts/:account/payout-details', { params: { account }, input: { password } })
        }
        done={() => {
          showToast(t('details.removed'))
          close()
          return queries.invalidateQueries({ queryKey: payoutKeys.all(account) })
        }}
      />
    </Dialog>
  )
}
