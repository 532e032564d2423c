import { Button, Group, Select, Stack, TagsInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call } from '../api.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { Bans } from './bans.tsx'
import { moderationOf, type Of } from './queries.ts'

/** How the chat is kept in order: its pace, words that nobody writes, and who is kept out. */
export function ModerationDialog({ of, close }: { of: Of; close: () => void }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const { data, error, refetch } = useQuery(moderationOf(of))
  return (
    <Sheet opened onClose={close} title={t('moderation:title')} centered>
      <Stack gap="lg">
        {data && <Rules of={of} known={data} close={close} />}
        {!data && !error && <RowsSkeleton of={3} />}
        {!data && <ProblemAlert problem={error} retry={refetch} />}
        <Bans account={of.account} />
      </Stack>
    </Sheet>
  )
}

const paces = ['0', '5', '10', '30', '60', '120'] as const
type Known = Answer<'GET /accounts/:account/shows/:show/moderation'>

function Rules({ of, known, close }: { of: Of; known: Known; close: () => void }) {
  const { t } = useTranslation(['studio', 'shell', 'moderation'])
  const queries = useQueryClient()
  const [slow, setSlow] = useState<string>(String(known.slowSeconds))
  const [words, setWords] = useState(known.mutedWords)
  const save = useMutation({
    mutationFn: () =>
      call('PATCH /accounts/:account/shows/:show/moderation', {
        params: of,
        input: { slowSeconds: Number(slow), mutedWords: words },
      }),
    onSuccess: (next) => {
      queries.setQueryData(moderationOf(of).queryKey, next)
      close()
    },
  })
  const shown = paces.some((pace) => pace === slow) ? paces : [...paces, slow]
  return (
    <>
      <Select
        label={t('moderation:slow')}
        description={t('moderation:slowHint')}
        data={shown.map((value) => ({
          value,
          label: value === '0' ? t('moderation:fast') : t('moderation:every', { count: Number(value) }),
        }))}
        value={slow}
        onChange={(next) => next && setSlow(next)}
      />
      <TagsInput
        label={t('moderation:words')}
        description={t('moderation:wordsHint')}
        value={words}
        onChange={setWords}
        maxTags={200}
        splitChars={[',', ';', '\n']}
        acceptValueOnBlur
      />
      <ProblemAlert problem={save.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('shell:form.cancel')}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('shell:form.save')}
        </Button>
      </Group>
    </>
  )
}
