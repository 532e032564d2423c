import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { BackLink } from '../ui/links.tsx'

export function BackToInventory() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <BackLink to="/dashboard/$account/inventory" params={{ account: id }}>
      {t('back')}
    </BackLink>
  )
}
