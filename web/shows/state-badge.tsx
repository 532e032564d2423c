import { Badge, Group } from '@mantine/core'
import { IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ShowRow } from './shows.ts'

const colors = { scheduled: 'amber', stopped: 'red', ended: 'gray', cancelled: 'gray' } as const

/** “LIVE” is the one badge that is filled: it cannot be taken for another. */
export function LiveBadge() {
  const { t } = useTranslation('shows')
  return (
    <Badge variant="filled" color="green" leftSection={<IconPointFilled size="0.75rem" aria-hidden />}>
      {t('state.live')}
    </Badge>
  )
}

export function StateBadge({ state }: Pick<ShowRow, 'state'>) {
  const { t } = useTranslation('shows')
  return state === 'live' ? <LiveBadge /> : <Badge color={colors[state]}>{t(`state.${state}`)}</Badge>
}

/** How far a show is, and what else tells it from others. */
export function ShowBadges({ show }: { show: Pick<ShowRow, 'state' | 'discoverability' | 'rehearsal'> }) {
  const { t } = useTranslation('shows')
  return (
    <Group gap={4}>
      <StateBadge state={show.state} />
      {show.rehearsal && <Badge color="amber">{t('rehearsal')}</Badge>}
      {show.discoverability === 'link' && !show.rehearsal && <Badge>{t('byLink')}</Badge>}
    </Group>
  )
}
