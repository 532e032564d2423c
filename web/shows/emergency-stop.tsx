import { Button, Group, Paper, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Confirm } from '../shell/confirm.tsx'
import { tell } from '../shell/told.ts'
import type { Show } from './shows.ts'

/** For Owner and Admin, from any device: whoever hosts is off the air, with one press and one more. */
export function EmergencyStop({ show, name }: { show: Show; name: string }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/shows/:show/emergency-stop', { params: { account, show: show.id } }),
    onSuccess: async () => {
      tell(t('emergency.done', { name }))
      setAsked(false)
      await queries.invalidateQueries({ queryKey: [account, 'shows'] })
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
      <Confirm
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
