import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { savedReplyKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import type { SavedReply } from './saved-reply-queries.ts'

export function SavedReplyRow({ reply, edit }: { reply: SavedReply; edit: () => void }) {
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

/** Removes the reply. Undoing this adds it again. */
function useRemove({ id: reply, title, text }: SavedReply) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useProblemToast()
  const refresh = () => queries.invalidateQueries({ queryKey: savedReplyKeys.all(account) })
  const undo = () =>
    callApi('POST /accounts/:account/saved-replies', { params: { account }, input: { title, text } }).then(
      refresh,
      onError,
    )
  return useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/saved-replies/:reply', { params: { account, reply } }),
    onSuccess: () => {
      showUndoToast(t('saved.deleted', { title }), () => void undo())
      return refresh()
    },
    onError,
  })
}
