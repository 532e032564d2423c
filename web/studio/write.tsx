import { ActionIcon, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { chatOf, type Of } from './queries.ts'

const longest = 300

/** Writes in the chat as the account. What was not taken stays in the field. */
export function Write({ of }: { of: Of }) {
  const { t } = useTranslation('studio')
  const { name } = useAccount()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [announcement, setAnnouncement] = useState(false)
  const write = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/shows/:show/chat', {
        params: of,
        input: { text: text.trim(), ...(announcement && { announcement }) },
      }),
    onSuccess: () => {
      setText('')
      setAnnouncement(false)
      return queries.invalidateQueries({ queryKey: chatOf(of).queryKey })
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
            maxLength={longest}
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
