import { EmptyState } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { NoMatch } from '../shell/no-match.tsx'
import { AddButton } from './add-button.tsx'

const route = getRouteApi('/dashboard/$account/inventory')

export function Empty() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <EmptyState py="xl" icon={<IconBox aria-hidden />} title={t('empty.title')} description={t('empty.text')}>
      <EmptyState.Actions>
        <AddButton />
        <LinkButton to="/dashboard/$account/inventory/import" params={{ account: id }} variant="default">
          {t('csv.import')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}

export function Nothing() {
  const { t } = useTranslation('inventory')
  const navigate = route.useNavigate()
  return (
    <NoMatch
      icon={<IconBox aria-hidden />}
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}
