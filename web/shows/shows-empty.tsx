import { EmptyState } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import { NoMatches } from '../ui/no-matches.tsx'
import { ScheduleShowButton } from './schedule-show-button.tsx'
import type { ShowList } from './show-filters.ts'

const route = getRouteApi('/dashboard/$account/shows')

export function EmptyShowList({ list }: { list: ShowList }) {
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
          <ScheduleShowButton />
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}

export function NoShowMatches() {
  const { t } = useTranslation('shows')
  const navigate = route.useNavigate()
  return (
    <NoMatches
      title={t('nothing.title')}
      text={t('nothing.text')}
      clear={t('nothing.clear')}
      onClear={() => navigate({ search: ({ search: _, ...rest }) => rest, replace: true })}
    />
  )
}
