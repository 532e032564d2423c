import { Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

type Given = { title: ReactNode; text?: ReactNode; children?: ReactNode }

/** A section of a settings page: a heading, a sentence, and the controls. */
export function Section({ title, text, children }: Given) {
  const id = useId()
  return (
    <Stack
      component="section"
      aria-labelledby={id}
      gap="md"
      maw="var(--stagedoor-form)"
      className="stagedoor-section"
    >
      <Stack gap={4}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
      </Stack>
      {children}
    </Stack>
  )
}
