import { Button, Group, Stack, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestText } from '../messages/longest.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { Shop } from '../shop/shops.ts'
import { AboutCard } from './about-card.tsx'
import type { Shown } from './use-about.ts'
import { useFirstMessage } from './use-first-message.ts'
import { WrittenAs } from './written-as.tsx'

/** The first that an account writes to a shop. */
export function FirstMessage({ shop, offered }: { shop: Shop; offered: Shown | undefined }) {
  const { t } = useTranslation('correspondence')
  const [about, setAbout] = useState(offered)
  const [isAsked, setAsked] = useState(false)
  const { text, type, send, isSending, problem } = useFirstMessage(shop.username, about)
  const isEmpty = text.trim() === ''
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setAsked(true)
    if (!isEmpty && !isSending) send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="var(--stagedoor-form)">
        <WrittenAs />
        {about && <AboutCard about={about} leaveOut={() => setAbout(undefined)} />}
        <Textarea
          label={t('new.message')}
          description={t('new.hint')}
          required
          autosize
          minRows={4}
          maxRows={14}
          maxLength={longestText}
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
