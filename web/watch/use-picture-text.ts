import { useTranslation } from 'react-i18next'
import { formatTime } from '../i18n/formats.ts'
import type { PlayState } from '../video/play-stream.ts'
import type { PublicShow } from './watch-queries.ts'

/** Why there is no video; undefined if there is. */
export function usePictureText(
  { state, video, resumeBy }: PublicShow,
  picture: PlayState | 'none',
): string | undefined {
  const { t } = useTranslation('watch')
  if (state === 'ended') return t('picture.ended')
  if (state === 'cancelled') return t('picture.cancelled')
  if (state === 'stopped')
    return resumeBy ? t('picture.stopped', { time: formatTime(resumeBy) }) : t('picture.stoppedOver')
  if (picture === 'playing') return undefined
  if (picture === 'impossible') return t('picture.impossible')
  if (!video || picture === 'none') return t('picture.none')
  return t(picture === 'interrupted' ? 'picture.interrupted' : 'picture.connecting')
}
