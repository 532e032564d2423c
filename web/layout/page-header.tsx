import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAccount } from '../session/account-context.ts'
import { usePageTitle } from '../ui/use-page-title.ts'

type Given = { title: string; lead?: ReactNode; actions?: ReactNode }

/** The top of a page: its heading, what it is for, and its main actions. */
export function PageHeader({ title, lead, actions }: Given) {
  usePageTitle(title, useAccount().name)
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
