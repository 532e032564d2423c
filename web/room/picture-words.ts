import { useTranslation } from 'react-i18next'
import type { State } from '../video/watch.ts'
import type { Show } from './queries.ts'
import { time } from './times.ts'

/** Why there is nothing to see, if there is not. */
export function usePictureWords(
  { state, video, resumeBy }: Show,
  picture: State | 'none',
): string | undefined {
  const { t } = useTranslation('live')
  if (state === 'ended') return t('picture.ended')
  if (state === 'cancelled') return t('picture.cancelled')
  if (state === 'stopped')
    return resumeBy ? t('picture.stopped', { time: time(resumeBy) }) : t('picture.stoppedOver')
  if (picture === 'playing') return undefined
  if (picture === 'impossible') return t('picture.impossible')
  if (!video || picture === 'none') return t('picture.none')
  return t(picture === 'interrupted' ? 'picture.interrupted' : 'picture.connecting')
}
