import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'

export function BackToInventory() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <LinkBack to="/dashboard/$account/inventory" params={{ account: id }}>
      {t('back')}
    </LinkBack>
  )
}
