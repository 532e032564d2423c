import { Button, Group, Stack, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxMessageLength } from '../../../src/messages/vocabulary.ts'
import type { Shop } from '../../shop/shop-queries.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ActingAs } from './acting-as.tsx'
import { SubjectCard } from './subject-card.tsx'
import { useFirstMessage } from './use-first-message.ts'
import type { ShownSubject } from './use-message-subject.ts'

/** The form for an account's first message to a shop. */
export function FirstMessageForm({ shop, offered }: { shop: Shop; offered: ShownSubject | undefined }) {
  const { t } = useTranslation('buyerMessages')
  const [subject, setSubject] = useState(offered)
  const [isAsked, setAsked] = useState(false)
  const { text, type, send, isSending, problem } = useFirstMessage(shop.username, subject)
  const isEmpty = text.trim() === ''
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setAsked(true)
    if (!isEmpty && !isSending) send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="var(--stagedoor-form)">
        <ActingAs />
        {subject && <SubjectCard subject={subject} leaveOut={() => setSubject(undefined)} />}
        <Textarea
          label={t('new.message')}
          description={t('new.hint')}
          required
          autosize
          minRows={4}
          maxRows={14}
          maxLength={maxMessageLength}
          value={text}
          error={isAsked && isEmpty && t('new.missing')}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button type="submit" loading={isSending}>
            {t('new.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
