import { Button, Group, Paper, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { showKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Show } from './show-queries.ts'

/** Lets the Owner and Admins end the current host's broadcast from any device, after a confirmation. */
export function EmergencyStop({ show, name }: { show: Show; name: string }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shows/:show/emergency-stop', { params: { account, show: show.id } }),
    onSuccess: async () => {
      showToast(t('emergency.done', { name }))
      setAsked(false)
      await queries.invalidateQueries({ queryKey: showKeys.all(account) })
    },
  })
  return (
    <Paper p="md">
      <Group justify="space-between" gap="md">
        <Text size="sm" flex="1 1 var(--stagedoor-menu)" maw="var(--stagedoor-reading)">
          {t('emergency.text', { name })}
        </Text>
        <Button
          size="lg"
          color="red"
          leftSection={<IconHandStop aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('emergency.button')}
        </Button>
      </Group>
      <ConfirmDestructiveDialog
        opened={isAsked}
        title={t('emergency.ask', { name })}
        text={t('emergency.text', { name })}
        confirm={t('emergency.confirm')}
        problem={error}
        busy={isPending}
        close={() => setAsked(false)}
        act={() => mutate()}
      />
    </Paper>
  )
}
