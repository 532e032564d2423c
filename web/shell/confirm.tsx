import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from './problem-alert.tsx'
import { Sheet } from './sheet.tsx'

type Given = {
  opened: boolean
  title: string
  /** What will happen, to whom, and whether it can be undone. */
  text: string
  confirm: string
  /** How the way back is called, where “Cancel” would be unclear. */
  back?: string
  problem: Error | null
  busy: boolean
  close: () => void
  act: () => void
  children?: ReactNode
}

/** The sentence before an act that removes or ends something. */
export function Confirm({ opened, title, text, confirm, back, problem, busy, close, act, children }: Given) {
  const { t } = useTranslation('shell')
  return (
    <Sheet opened={opened} onClose={close} title={title} centered>
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
    </Sheet>
  )
}
