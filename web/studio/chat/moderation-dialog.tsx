import { Button, Group, Select, Stack, TagsInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moderationLimits } from '../../../src/chat/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { moderationQuery, type ShowRef } from '../broadcast/studio-queries.ts'
import { BanList } from './ban-list.tsx'

/** The moderation of the chat: slow mode, muted words, and muted or blocked people. */
export function ModerationDialog({ of, close }: { of: ShowRef; close: () => void }) {
  const { t } = useTranslation('moderation')
  return (
    <Dialog opened onClose={close} title={t('title')} centered>
      <Stack gap="lg">
        <QueryBoundary rows={3}>
          <Rules of={of} close={close} />
        </QueryBoundary>
        <BanList account={of.account} />
      </Stack>
    </Dialog>
  )
}

const paces = ['0', '5', '10', '30', '60', '120'] as const

function Rules({ of, close }: { of: ShowRef; close: () => void }) {
  const { t } = useTranslation(['moderation', 'layout'])
  const { data: known } = useSuspenseQuery(moderationQuery(of))
  const queries = useQueryClient()
  const [slow, setSlow] = useState<string>(String(known.slowSeconds))
  const [words, setWords] = useState(known.mutedWords)
  const save = useMutation({
    mutationFn: () =>
      callApi('PATCH /accounts/:account/shows/:show/moderation', {
        params: of,
        input: { slowSeconds: Number(slow), mutedWords: words },
      }),
    onSuccess: (next) => {
      queries.setQueryData(moderationQuery(of).queryKey, next)
      close()
    },
  })
  const shown = paces.some((pace) => pace === slow) ? paces : [...paces, slow]
  return (
    <>
      <Select
        label={t('slow')}
        description={t('slowHint')}
        data={shown.map((value) => ({
          value,
          label: value === '0' ? t('fast') : t('every', { count: Number(value) }),
        }))}
        value={slow}
        onChange={(next) => next && setSlow(next)}
      />
      <TagsInput
        label={t('words')}
        description={t('wordsHint')}
        value={words}
        onChange={setWords}
        maxTags={moderationLimits.mutedWords}
        splitChars={[',', ';', '\n']}
        acceptValueOnBlur
      />
      <ProblemAlert problem={save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('layout:form.cancel')}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('layout:form.save')}
        </Button>
      </Group>
    </>
  )
}
