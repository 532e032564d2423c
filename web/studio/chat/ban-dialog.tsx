import { Select, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moderationLimits } from '../../../src/chat/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { studioKeys } from '../../data/query-keys.ts'
import { ConfirmDestructiveDialog } from '../../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import type { ShowRef, StudioChatLine } from '../broadcast/studio-queries.ts'

const times = { five: 5, thirty: 30, hour: 60, day: moderationLimits.muteMinutes } as const
type Time = keyof typeof times
type Given = { of: ShowRef; line: StudioChatLine; kind: 'mute' | 'block'; close: () => void }

/** Mutes the author of a line for some time, or blocks them until that is lifted. */
export function BanDialog({ of, line, kind, close }: Given) {
  const { t } = useTranslation(['studio', 'moderation'])
  const queries = useQueryClient()
  const [time, setTime] = useState<Time>('thirty')
  const ban = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shows/:show/bans', {
        params: of,
        input: { line: line.id, kind, ...(kind === 'mute' && { minutes: times[time] }) },
      }),
    onSuccess: ({ name }) => {
      void queries.invalidateQueries({ queryKey: studioKeys.bans(of.account) })
      showToast(t(kind === 'mute' ? 'moderation:ban.isMuted' : 'moderation:ban.isBlocked', { name }))
      close()
    },
  })
  const words = { name: line.name }
  return (
    <ConfirmDestructiveDialog
      opened
      title={t(kind === 'mute' ? 'moderation:ban.muteTitle' : 'moderation:ban.blockTitle', words)}
      text={t(kind === 'mute' ? 'moderation:ban.muteText' : 'moderation:ban.blockText', words)}
      confirm={t(kind === 'mute' ? 'moderation:ban.mute' : 'moderation:ban.block', words)}
      problem={ban.error}
      busy={ban.isPending}
      close={close}
      act={() => ban.mutate()}
    >
      <Text size="sm" c="dimmed" className="stagedoor-breaks">
        {t('moderation:ban.wrote', { text: line.text })}
      </Text>
      {kind === 'mute' && (
        <Select
          label={t('moderation:ban.minutes')}
          data={(Object.keys(times) as Time[]).map((value) => ({
            value,
            label: t(`moderation:ban.for.${value}`),
          }))}
          value={time}
          onChange={(next) => next && setTime(next as Time)}
        />
      )}
    </ConfirmDestructiveDialog>
  )
}
