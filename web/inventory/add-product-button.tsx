import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'

export function AddProductButton() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <LinkButton
      to="/dashboard/$account/inventory/new"
      params={{ account: id }}
      leftSection={<IconPlus size="1.125rem" aria-hidden />}
    >
      {t('add')}
    </LinkButton>
  )
}
