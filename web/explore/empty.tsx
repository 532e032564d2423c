import { Button, EmptyState } from '@mantine/core'
import { IconBroadcast, IconSearchOff } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../identity/session.ts'
import { lastAccount } from '../shell/last-account.ts'
import { LinkButton } from '../shell/links.tsx'

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

export function NoMatch() {
  const { t } = useTranslation('explore')
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconSearchOff aria-hidden />}
      title={t('nothing.title')}
      description={t('nothing.text')}
    >
      <EmptyState.Actions>
        <Button variant="default" onClick={() => navigate({ search: {} })}>
          {t('nothing.clear')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
