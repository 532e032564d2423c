import { EmptyState } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../identity/session.ts'
import { lastAccount } from '../shell/last-account.ts'
import { LinkButton } from '../shell/links.tsx'
import { NoMatch } from '../shell/no-match.tsx'

const route = getRouteApi('/shows')

/** Nothing is on, and nothing is planned: whoever reads this may be the first. */
export function Empty() {
  const { t } = useTranslation('explore')
  const { accounts } = useVisitor()
  const own = lastAccount(accounts)
  return (
    <EmptyState
      py="xl"
      icon={<IconBroadcast aria-hidden />}
      title={t('empty.title')}
      description={t('empty.text')}
    >
      <EmptyState.Actions>
        {own ? (
          <LinkButton to="/dashboard/$account/shows" params={{ account: own.id }}>
            {t('empty.own')}
          </LinkButton>
        ) : (
          <LinkButton to="/sign-up">{t('empty.start')}</LinkButton>
        )}
      </EmptyState.Actions>
    </EmptyState>
  )
}

export function Nothing() {
  const { t } = useTranslation('explore')
  const navigate = route.useNavigate()
  return (
    <NoMatch
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}
