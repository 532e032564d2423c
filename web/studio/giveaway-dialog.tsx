import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { Ask } from '../orders/ask.tsx'
import { type LineupItem, lineupOf } from '../shows/shows.ts'
import type { Of } from './queries.ts'

type Given = { of: Of; item: LineupItem; close: () => void }

/** Gives one away, after a sentence that says how. */
export function GiveawayDialog({ of, item: { product, title }, close }: Given) {
  const { t } = useTranslation('studio')
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/shows/:show/giveaways', { params: of, input: { product } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [of.account, 'studio', of.show, 'giveaways'] })
      void queries.invalidateQueries({ queryKey: lineupOf(of.account, of.show).queryKey })
      close()
    },
  })
  return (
    <Ask
      title={t('giveaway.title', { title })}
      text={t('giveaway.text')}
      confirm={t('giveaway.start')}
      problem={start.error}
      busy={start.isPending}
      close={close}
      act={() => start.mutate()}
    />
  )
}
