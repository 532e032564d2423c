import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { maxMessageLength, maxReplyTitleLength } from '../../../src/messages/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { savedReplyKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'
import { placeholderNames } from './placeholders.ts'
import type { SavedReply } from './saved-reply-queries.ts'

type Given = { reply: SavedReply | undefined; close: () => void }

/** Adds or changes a saved reply. */
export function SavedReplyDialog({ reply, close }: Given) {
  const { t } = useTranslation(['messages', 'layout'])
  const { form, submit, problem, busy } = useSaving({ reply, close })
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (word: string) => {
    const { text } = form.values
    const at = field.current?.selectionStart ?? text.length
    form.setFieldValue('text', `${text.slice(0, at)}${word}${text.slice(at)}`)
    field.current?.focus()
  }
  return (
    <Dialog
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
            maxLength={maxReplyTitleLength}
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
            maxLength={maxMessageLength}
            {...form.getInputProps('text')}
          />
          <Words insert={insert} />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('saved.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** The placeholders, and what they stand for. */
function Words({ insert }: { insert: (word: string) => void }) {
  const { t } = useTranslation('messages')
  return (
    <Stack gap={4}>
      <Text size="sm">{t('saved.words.title')}</Text>
      {placeholderNames.map((word) => (
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
        ? callApi('PATCH /accounts/:account/saved-replies/:reply', {
            params: { account, reply: reply.id },
            input,
          })
        : callApi('POST /accounts/:account/saved-replies', { params: { account }, input }),
    done: () => {
      showToast(t(reply ? 'saved.changed' : 'saved.added'))
      close()
      return queries.invalidateQueries({ queryKey: savedReplyKeys.all(account) })
    },
  })
}
