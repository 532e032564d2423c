import { VisuallyHidden } from '@mantine/core'
import { IconEye, IconPointFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/formats.ts'
import { formatElapsed, useServerNow } from '../broadcast/server-time.ts'
import classes from '../broadcast/studio.module.css'
import { showCountersQuery } from '../broadcast/studio-queries.ts'
import type { StudioState } from '../broadcast/use-studio.ts'

/** On top of the video: whether it is on the air, for how long, and the number of viewers. */
export function OnAirOverlay({ studio: { show, of, phase, sending } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const isOn = show.onAir !== null
  const { data } = useQuery(showCountersQuery(of, isOn))
  if (!isOn)
    return (
      <div className={classes.above}>
        <span className={classes.chip}>{t(`phase.${phase}`)}</span>
      </div>
    )
  return (
    <div className={classes.above}>
      <span className={`${classes.chip} ${classes.on}`}>
        <IconPointFilled size="1rem" aria-hidden />
        {t(show.rehearsal ? 'air.rehearsal' : 'air.live')}
      </span>
      <Elapsed since={show.onAir?.since ?? ''} />
      {data && (
        <span className={classes.chip}>
          <IconEye size="1rem" aria-hidden />
          <span aria-hidden>{formatNumber(data.viewers)}</span>
          <VisuallyHidden>{t('air.viewers', { count: data.viewers })}</VisuallyHidden>
        </span>
      )}
      {phase === 'on' && (
        <span className={classes.chip}>
          {t(sending.quality ? `quality.${sending.quality}` : 'quality.none')}
        </span>
      )}
    </div>
  )
}

function Elapsed({ since }: { since: string }) {
  const { t } = useTranslation('studio')
  const now = useServerNow(1000)
  return (
    <span className={classes.chip}>
      <VisuallyHidden>{t('air.for')}</VisuallyHidden>
      <time>{formatElapsed(now - Date.parse(since))}</time>
    </span>
  )
}
