import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'

type Given = {
  title: string
  text: string
  confirm: string
  problem?: Error | null
  busy: boolean
  close: () => void
  act: () => void
  children?: ReactNode
}

/** Asks for confirmation before an action that cannot be undone but removes nothing. */
export function ConfirmDialog({ title, text, confirm, problem = null, busy, close, act, children }: Given) {
  const { t } = useTranslation('layout')
  return (
    <Dialog opened onClose={close} title={title} centered>
      <Stack>
        <Text size="sm">{text}</Text>
        {children}
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
          <Button loading={busy} onClick={act} data-autofocus={children === undefined || undefined}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
