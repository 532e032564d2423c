import { EmptyState } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lastAccount } from '../session/last-account.ts'
import { useVisitor } from '../session/visitor.ts'
import { LinkButton } from '../ui/links.tsx'
import { NoMatches } from '../ui/no-matches.tsx'

const route = getRouteApi('/explore/shows')

/** Shown when no show is live or planned. It invites visitors to hold the first one. */
export function EmptyExplore() {
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

export function NoExploreMatches() {
  const { t } = useTranslation('explore')
  const navigate = route.useNavigate()
  return (
    <NoMatches
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: {} })}
    />
  )
}
