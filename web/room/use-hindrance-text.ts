import { useTranslation } from 'react-i18next'
import { time } from './times.ts'
import { useRest } from './use-rest.ts'
import type { Hindrance } from './use-writing.ts'

/** Why a line was not taken; where that passes with time, it goes away by itself. */
export function useHindranceText(of: Hindrance | undefined): string | undefined {
  const { t } = useTranslation(['live', 'shell'])
  const rest = useRest(of?.until)
  if (!of || (of.until && rest === 0)) return undefined
  const seconds = Math.ceil(rest / 1000)
  switch (of.code) {
    case 'muted':
      return of.until ? t('chat.muted', { time: time(of.until) }) : t('chat.mutedForever')
    case 'too_fast':
      return t('chat.slow', { count: seconds })
    case 'blocked':
      return t('chat.blocked')
    case 'muted_word':
      return t('chat.word')
    case 'unreachable':
      return t('shell:problem.unreachable')
    default:
      return of.message
  }
}
