import { Badge, Group } from '@mantine/core'
import { IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ShowSummary } from './show-queries.ts'

const colors = { scheduled: 'amber', stopped: 'red', ended: 'gray', cancelled: 'gray' } as const

/** “LIVE” is the only filled badge, so that it cannot be mistaken. */
export function LiveBadge() {
  const { t } = useTranslation('shows')
  return (
    <Badge variant="filled" color="green" leftSection={<IconPointFilled size="0.75rem" aria-hidden />}>
      {t('status.live')}
    </Badge>
  )
}

export function ShowStatusBadge({ status }: Pick<ShowSummary, 'status'>) {
  const { t } = useTranslation('shows')
  return status === 'live' ? <LiveBadge /> : <Badge color={colors[status]}>{t(`status.${status}`)}</Badge>
}

/** The status of a show, and its other properties. */
export function ShowBadges({
  show,
}: {
  show: Pick<ShowSummary, 'status' | 'discoverability' | 'rehearsal'>
}) {
  const { t } = useTranslation('shows')
  return (
    <Group gap={4}>
      <ShowStatusBadge status={show.status} />
      {show.rehearsal && <Badge color="amber">{t('rehearsal')}</Badge>}
      {show.discoverability === 'link' && !show.rehearsal && <Badge>{t('byLink')}</Badge>}
    </Group>
  )
}
