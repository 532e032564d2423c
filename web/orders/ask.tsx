import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'

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

/** The sentence before an act that goes forward and not back: nothing is removed by it. */
export function Ask({ title, text, confirm, problem = null, busy, close, act, children }: Given) {
  const { t } = useTranslation('shell')
  return (
    <Sheet opened onClose={close} title={title} centered>
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
    </Sheet>
  )
}
