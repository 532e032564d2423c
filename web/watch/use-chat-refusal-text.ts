import { useTranslation } from 'react-i18next'
import { formatTime } from '../i18n/formats.ts'
import { useCountdown } from './use-countdown.ts'
import type { ChatRefusal } from './use-send-chat-line.ts'

/** Why a line was refused. If the reason passes with time, the text disappears by itself. */
export function useChatRefusalText(of: ChatRefusal | undefined): string | undefined {
  const { t } = useTranslation(['watch', 'layout'])
  const rest = useCountdown(of?.until)
  if (!of || (of.until && rest === 0)) return undefined
  const seconds = Math.ceil(rest / 1000)
  switch (of.code) {
    case 'muted':
      return of.until ? t('chat.muted', { time: formatTime(of.until) }) : t('chat.mutedForever')
    case 'too_fast':
      return t('chat.slow', { count: seconds })
    case 'blocked':
      return t('chat.blocked')
    case 'muted_word':
      return t('chat.word')
    case 'unreachable':
      return t('layout:problem.unreachable')
    default:
      return of.message
  }
}
