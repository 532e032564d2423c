import { Badge } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerStopFilled, IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './watch.module.css'
import type { PublicShow } from './watch-queries.ts'

/** The badge that says whether the show is live. */
export function WatchStatusBadge({ status }: Pick<PublicShow, 'status'>) {
  const { t } = useTranslation('watch')
  if (status === 'live') {
    return (
      <Badge
        size="lg"
        variant="filled"
        color="green"
        className={classes.live}
        leftSection={<IconPointFilled size="0.875rem" aria-hidden />}
      >
        {t('live')}
      </Badge>
    )
  }
  const Icon = status === 'stopped' ? IconPlayerPauseFilled : IconPlayerStopFilled
  return (
    <Badge
      size="lg"
      variant="filled"
      color="dark"
      className={classes.live}
      leftSection={<Icon size="0.75rem" aria-hidden />}
    >
      {t(status === 'stopped' ? 'paused' : 'ended')}
    </Badge>
  )
}
