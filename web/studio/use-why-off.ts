import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import type { Show } from '../shows/shows.ts'
import { chatOf } from './queries.ts'
import type { Off } from './use-air.ts'

/** Both are written in one transaction: milliseconds. */
const near = 5000

/** The sentence for why one is off the air. What stopped a show is told to its team in the chat. */
export function useWhyOff(show: Show, off: Off | undefined): string | undefined {
  const { t } = useTranslation('studio')
  const { id: account } = useAccount()
  const hearsTeam = useMay()('shows.chat')
  const { data } = useInfiniteQuery({
    ...chatOf({ account, show: show.id }),
    enabled: hearsTeam && off === 'stopped',
  })
  if (!off) return undefined
  if (off === 'taken') return t('off.taken', { name: show.onAir?.name ?? '' })
  if (off !== 'stopped') return t(`off.${off}`)
  const told = data?.pages[0]?.items.find(({ kind }) => kind === 'team')
  const isAboutThis = told && show.stoppedAt && Date.parse(told.at) >= Date.parse(show.stoppedAt) - near
  return t(isAboutThis && told.text === 'lost' ? 'off.lost' : 'off.stopped')
}
