import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { longestText } from './longest.ts'
import type { SavedReply } from './queries.ts'
import { fillable } from './words.ts'

type Given = { reply: SavedReply | undefined; close: () => void }

/** A saved reply, new or as it is. */
export function SavedDialog({ reply, close }: Given) {
  const { t } = useTranslation(['messages', 'shell'])
  const { form, submit, problem, busy } = useSaving({ reply, close })
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (word: string) => {
    const { text } = form.values
    const at = field.current?.selectionStart ?? text.length
    form.setFieldValue('text', `${text.slice(0, at)}${word}${text.slice(at)}`)
    field.current?.focus()
  }
  return (
    <Sheet
      opened
      onClose={close}
      title={reply ? t('saved.editOne', { title: reply.title }) : t('saved.add')}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('saved.name')}
            description={t('saved.nameHint')}
            required
            maxLength={80}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            ref={field}
            label={t('saved.text')}
            required
            autosize
            minRows={4}
            maxRows={12}
            maxLength={longestText}
            {...form.getInputProps('text')}
          />
          <Words insert={insert} />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('saved.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

/** What fills itself in, and what it stands for. */
function Words({ insert }: { insert: (word: string) => void }) {
  const { t } = useTranslation('messages')
  return (
    <Stack gap={4}>
      <Text size="sm">{t('saved.words.title')}</Text>
      {fillable.map((word) => (
        <Group key={word} gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('saved.insert')} {${word}}`}
            onClick={() => insert(`{${word}}`)}
          >
            {`{${word}}`}
          </Button>
          <Text size="sm" c="dimmed">
            {t(`saved.words.${word}`)}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}

function useSaving({ reply, close }: Given) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useProblemForm({
    initialValues: { title: reply?.title ?? '', text: reply?.text ?? '' },
    send: (input) =>
      reply
        ? call('PATCH /accounts/:account/saved-replies/:reply', {
            params: { account, reply: reply.id },
            input,
          })
        : call('POST /accounts/:account/saved-replies', { params: { account }, input }),
    done: () => {
      tell(t(reply ? 'saved.changed' : 'saved.added'))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'saved-replies'] })
    },
  })
}
