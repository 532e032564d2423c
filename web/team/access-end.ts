import { useTranslation } from 'react-i18next'
import { day } from '../formats.ts'
import type { Member } from '../shell/roster.ts'

/** Until when somebody has access, or that it is over; nothing where it has no end. */
export function useAccessEnd({ endsAt }: Member): string | undefined {
  const { t } = useTranslation('team')
  if (!endsAt) return undefined
  return t(Date.parse(endsAt) > Date.now() ? 'ends.on' : 'ends.over', { day: day(endsAt) })
}
