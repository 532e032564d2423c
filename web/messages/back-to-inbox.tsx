import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'
import { useNarrow } from '../shell/narrow.ts'

/** Where the list does not stand beside the conversation. */
export function BackToInbox() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  if (!useNarrow('md')) return null
  return (
    <LinkBack to="/dashboard/$account/messages" params={{ account: id }} search={(now: object) => now}>
      {t('toInbox')}
    </LinkBack>
  )
}
