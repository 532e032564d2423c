import { EmptyState } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { NoMatch } from '../shell/no-match.tsx'
import type { List } from './filters.ts'
import { ScheduleButton } from './schedule-button.tsx'

const route = getRouteApi('/dashboard/$account/shows')

export function Empty({ list }: { list: List }) {
  const { t } = useTranslation('shows')
  const mayPlan = useMay()('shows.manage')
  const isPlan = list === 'upcoming'
  return (
    <EmptyState
      py="xl"
      icon={<IconBroadcast aria-hidden />}
      title={t(`empty.${list}.title`)}
      description={isPlan && !mayPlan ? t('empty.upcoming.none') : t(`empty.${list}.text`)}
    >
      {mayPlan && list !== 'past' && (
        <EmptyState.Actions>
          <ScheduleButton />
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}

export function Nothing() {
  const { t } = useTranslation('shows')
  const navigate = route.useNavigate()
  return (
    <NoMatch
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: ({ search: _, ...rest }) => rest, replace: true })}
    />
  )
}
