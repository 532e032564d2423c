import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

type Given = {
  title: string
  text?: string
  actions?: ReactNode
  /** Whether it is beside another section, without a line between them. */
  beside?: boolean
  children: ReactNode
}

/** A section as wide as the page: a heading, a sentence, the actions and the content. */
export function WideSection({ title, text, actions, beside, children }: Given) {
  const id = useId()
  return (
    <Stack
      component="section"
      aria-labelledby={id}
      gap="md"
      {...(!beside && { className: 'stagedoor-section' })}
    >
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} flex="1 1 var(--stagedoor-column)">
          <Title order={2} id={id}>
            {title}
          </Title>
          {text && (
            <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
              {text}
            </Text>
          )}
        </Stack>
        {actions}
      </Group>
      {children}
    </Stack>
  )
}
