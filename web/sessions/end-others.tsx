import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { Confirm } from '../shell/confirm.tsx'
import { tell } from '../shell/told.ts'

export function EndOthers() {
  const { t } = useTranslation('sessions')
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const end = useMutation({
    mutationFn: () => call('DELETE /me/sessions'),
    onSuccess: ({ ended }) => {
      tell(t('othersEnded', { count: ended }))
      setAsked(false)
      return queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  return (
    <>
      <Button variant="light" color="red" onClick={() => setAsked(true)}>
        {t('endOthers')}
      </Button>
      <Confirm
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
