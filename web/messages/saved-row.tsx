import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { tellWithUndo } from '../shell/undo.tsx'
import type { SavedReply } from './queries.ts'

export function SavedRow({ reply, edit }: { reply: SavedReply; edit: () => void }) {
  const { t } = useTranslation('messages')
  const { title, text, by } = reply
  const remove = useRemove(reply)
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      <Stack gap={4} flex={1} miw={0}>
        <Text fw={600} className="stagedoor-breaks">
          {title}
        </Text>
        <Text size="sm" className="stagedoor-lines stagedoor-breaks" lineClamp={4}>
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          {t('saved.by', { name: by })}
        </Text>
      </Stack>
      <Group gap={0} wrap="nowrap">
        <ActionIcon aria-label={t('saved.editOne', { title })} title={t('saved.edit')} onClick={edit}>
          <IconPencil size="1.125rem" aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t('saved.deleteOne', { title })}
          title={t('saved.delete')}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconTrash size="1.125rem" aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  )
}

/** It can be undone: then it is written again as it was. */
function useRemove({ id: reply, title, text }: SavedReply) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useTellProblem()
  const refresh = () => queries.invalidateQueries({ queryKey: [account, 'saved-replies'] })
  const undo = () =>
    call('POST /accounts/:account/saved-replies', { params: { account }, input: { title, text } }).then(
      refresh,
      onError,
    )
  return useMutation({
    mutationFn: () => call('DELETE /accounts/:account/saved-replies/:reply', { params: { account, reply } }),
    onSuccess: () => {
      tellWithUndo(t('saved.deleted', { title }), () => void undo())
      return refresh()
    },
    onError,
  })
}
