import { EmptyState } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { NoMatches } from '../ui/no-matches.tsx'
import { AddProductButton } from './add-product-button.tsx'

const route = getRouteApi('/dashboard/$account/inventory')

export function EmptyInventory() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <EmptyState py="xl" icon={<IconBox aria-hidden />} title={t('empty.title')} description={t('empty.text')}>
      <EmptyState.Actions>
        <AddProductButton />
        <LinkButton to="/dashboard/$account/inventory/import" params={{ account: id }} variant="default">
          {t('csv.import')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}

export function NoProductMatches() {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  return (
    <NoMatches
      icon={<IconBox aria-hidden />}
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}
