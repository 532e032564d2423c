import { Badge } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerStopFilled, IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Show } from './queries.ts'
import classes from './room.module.css'

/** Whether it is on the air, which cannot be mistaken. */
export function LiveBadge({ state }: Pick<Show, 'state'>) {
  const { t } = useTranslation('live')
  if (state === 'live') {
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
  const Icon = state === 'stopped' ? IconPlayerPauseFilled : IconPlayerStopFilled
  return (
    <Badge
      size="lg"
      variant="filled"
      color="dark"
      className={classes.live}
      leftSection={<Icon size="0.75rem" aria-hidden />}
    >
      {t(state === 'stopped' ? 'paused' : 'ended')}
    </Badge>
  )
}
