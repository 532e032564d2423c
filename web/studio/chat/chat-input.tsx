import { ActionIcon, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxLineLength } from '../../../src/chat/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { type ShowRef, studioChatQuery } from '../broadcast/studio-queries.ts'

/** The field for writing in the account's name. A refused text stays in the field. */
export function ChatInput({ of }: { of: ShowRef }) {
  const { t } = useTranslation('studio')
  const { name } = useAccount()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [announcement, setAnnouncement] = useState(false)
  const write = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shows/:show/chat', {
        params: of,
        input: { text: text.trim(), ...(announcement && { announcement }) },
      }),
    onSuccess: () => {
      setText('')
      setAnnouncement(false)
      return queries.invalidateQueries({ queryKey: studioChatQuery(of).queryKey })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !write.isPending) write.mutate()
      }}
    >
      <Stack gap="xs">
        <ProblemAlert problem={write.error} />
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={t('chat.write', { account: name })}
            placeholder={t('chat.write', { account: name })}
            maxLength={maxLineLength}
            autoComplete="off"
            enterKeyHint="send"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <ActionIcon
            type="submit"
            size="input-sm"
            variant="filled"
            color="amber"
            loading={write.isPending}
            aria-label={t('chat.send')}
          >
            <IconSend size="1.125rem" aria-hidden />
          </ActionIcon>
        </Group>
        <Checkbox
          size="xs"
          label={t('chat.announce')}
          checked={announcement}
          onChange={({ currentTarget }) => setAnnouncement(currentTarget.checked)}
        />
      </Stack>
    </form>
  )
}
