import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { studioKeys } from '../../data/query-keys.ts'
import { type LineupItem, lineupQuery } from '../../shows/show-queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { ShowRef } from '../broadcast/studio-queries.ts'

type Given = { of: ShowRef; item: LineupItem; close: () => void }

/** Starts a giveaway, after saying how it works. */
export function StartGiveawayDialog({ of, item: { product, title }, close }: Given) {
  const { t } = useTranslation('studio')
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shows/:show/giveaways', { params: of, input: { product } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: studioKeys.giveaways(of) })
      void queries.invalidateQueries({ queryKey: lineupQuery(of.account, of.show).queryKey })
      close()
    },
  })
  return (
    <ConfirmDialog
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
