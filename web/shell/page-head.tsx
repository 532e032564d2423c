import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAccount } from './account.ts'
import { useTitle } from './title.ts'

type Given = { title: string; lead?: ReactNode; actions?: ReactNode }

/** What a page of the dashboard begins with: its heading, what it is for, and its first act. */
export function PageHead({ title, lead, actions }: Given) {
  useTitle(title, useAccount().name)
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={4} flex="1 1 var(--stagedoor-menu)">
        <Title order={1}>{title}</Title>
        {lead && (
          <Text c="dimmed" size="sm" maw="var(--stagedoor-reading)" component="div">
            {lead}
          </Text>
        )}
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  )
}
