import { Button, EmptyState } from '@mantine/core'
import { IconBroadcast, IconSearchOff } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
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

export function NoMatch() {
  const { t } = useTranslation('shows')
  const navigate = route.useNavigate()
  return (
    <EmptyState
      py="xl"
      icon={<IconSearchOff aria-hidden />}
      title={t('nothing.title')}
      description={t('nothing.text')}
    >
      <EmptyState.Actions>
        <Button
          variant="default"
          onClick={() => navigate({ search: ({ search: _, ...rest }) => rest, replace: true })}
        >
          {t('nothing.clear')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
