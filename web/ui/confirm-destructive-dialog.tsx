import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'

type Given = {
  opened: boolean
  title: string
  /** Says what will happen, to whom, and whether it can be undone. */
  text: string
  confirm: string
  /** The label of the cancel button, if “Cancel” would be unclear. */
  back?: string
  problem: Error | null
  busy: boolean
  close: () => void
  act: () => void
  children?: ReactNode
}

/** Asks for confirmation before an action that removes or ends something. */
export function ConfirmDestructiveDialog({
  opened,
  title,
  text,
  confirm,
  back,
  problem,
  busy,
  close,
  act,
  children,
}: Given) {
  const { t } = useTranslation('layout')
  return (
    <Dialog opened={opened} onClose={close} title={title} centered>
      <Stack>
        <Text size="sm">{text}</Text>
        {children}
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {back ?? t('form.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={act}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
