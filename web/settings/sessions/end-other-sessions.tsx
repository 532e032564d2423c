import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { ConfirmDestructiveDialog } from '../../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../../ui/toasts.ts'

export function EndOtherSessions() {
  const { t } = useTranslation('sessions')
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const end = useMutation({
    mutationFn: () => callApi('DELETE /me/sessions'),
    onSuccess: ({ ended }) => {
      showToast(t('othersEnded', { count: ended }))
      setAsked(false)
      return queries.invalidateQueries({ queryKey: meKeys.sessions() })
    },
  })
  return (
    <>
      <Button variant="light" color="red" onClick={() => setAsked(true)}>
        {t('endOthers')}
      </Button>
      <ConfirmDestructiveDialog
        opened={isAsked}
        title={t('othersTitle')}
        text={t('othersText')}
        confirm={t('endOthers')}
        problem={end.error}
        busy={end.isPending}
        close={() => setAsked(false)}
        act={() => end.mutate()}
      />
    </>
  )
}
