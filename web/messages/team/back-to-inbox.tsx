import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { BackLink } from '../../ui/links.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'

/** A link to the list, shown when the list is not beside the conversation. */
export function BackToInbox() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  if (!useIsNarrow('md')) return null
  return (
    <BackLink to="/dashboard/$account/messages" params={{ account: id }} search={(now: object) => now}>
      {t('toInbox')}
    </BackLink>
  )
}
