import { useTranslation } from 'react-i18next'
import { formatDate } from '../i18n/formats.ts'
import type { Member } from '../session/members-queries.ts'

/** The text for the end of a member's access, in the future or past; undefined if it has no end. */
export function useAccessEndText({ endsAt }: Member): string | undefined {
  const { t } = useTranslation('team')
  if (!endsAt) return undefined
  return t(Date.parse(endsAt) > Date.now() ? 'ends.on' : 'ends.over', { day: formatDate(endsAt) })
}
