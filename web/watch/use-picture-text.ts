import { useTranslation } from 'react-i18next'
import { formatTime } from '../i18n/formats.ts'
import type { PlayState } from '../video/play-stream.ts'
import type { PublicShow } from './watch-queries.ts'

/** Why there is no video; undefined if there is. */
export function usePictureText(
  { status, video, resumeBy }: PublicShow,
  picture: PlayState | 'none',
): string | undefined {
  const { t } = useTranslation('watch')
  if (status === 'ended') return t('picture.ended')
  if (status === 'cancelled') return t('picture.cancelled')
  if (status === 'stopped')
    return resumeBy ? t('picture.stopped', { time: formatTime(resumeBy) }) : t('picture.stoppedOver')
  if (picture === 'playing') return undefined
  if (picture === 'impossible') return t('picture.impossible')
  if (!video || picture === 'none') return t('picture.none')
  return t(picture === 'interrupted' ? 'picture.interrupted' : 'picture.connecting')
}
