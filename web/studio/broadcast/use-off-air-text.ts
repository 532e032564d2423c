import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../../session/account-context.ts'
import type { Show } from '../../shows/show-queries.ts'
import { studioChatQuery } from './studio-queries.ts'
import type { OffAirReason } from './use-broadcast.ts'

/** Milliseconds between two times that were written in the same transaction. */
const near = 5000

/** The sentence for why the host is no longer on the air. A team notice in the chat says what stopped the show. */
export function useOffAirText(show: Show, off: OffAirReason | undefined): string | undefined {
  const { t } = useTranslation('studio')
  const { id: account } = useAccount()
  const hearsTeam = useMay()('shows.chat')
  const { data } = useInfiniteQuery({
    ...studioChatQuery({ account, show: show.id }),
    enabled: hearsTeam && off === 'stopped',
  })
  if (!off) return undefined
  if (off === 'taken') return t('off.taken', { name: show.onAir?.name ?? '' })
  if (off !== 'stopped') return t(`off.${off}`)
  const told = data?.pages[0]?.items.find(({ kind }) => kind === 'team')
  const isAboutThis = told && show.stoppedAt && Date.parse(told.at) >= Date.parse(show.stoppedAt) - near
  return t(isAboutThis && told.text === 'lost' ? 'off.lost' : 'off.stopped')
}
