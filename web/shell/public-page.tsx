import { Box, Container, Group, Paper, Stack, Text, Title, useMantineTheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'
import { useNarrow } from './narrow.ts'
import { Preferences } from './preferences.tsx'
import { SkipLink } from './skip-link.tsx'
import { useTitle } from './title.ts'

type Given = {
  /** The browser's title, and the page's heading unless `heading` says otherwise (null: the page has its own). */
  title: string
  heading?: ReactNode
  /** A sentence under the heading. */
  lead?: ReactNode
  /** A narrow card (forms, an invitation), or a wide page to read. */
  wide?: boolean
  /** What stands in the header besides the choice of language and theme. */
  corner?: ReactNode
  /** Links under the card. */
  below?: ReactNode
  children: ReactNode
}

/** The frame of the pages that need no sign-in. */
export function PublicPage({ title, heading = title, lead, wide = false, corner, below, children }: Given) {
  useTitle(title)
  const { size } = useMantineTheme().other
  const isNarrow = useNarrow()
  const head = heading !== null && (
    <Stack gap="xs">
      <Title order={1}>{heading}</Title>
      {lead && <Text c="dimmed">{lead}</Text>}
    </Stack>
  )
  return (
    <Box mih="var(--stagedoor-screen)">
      <SkipLink />
      <Group component="header" justify="space-between" wrap="nowrap" px="md" h={size.header}>
        <Mark bare={corner !== undefined && isNarrow} />
        <Group gap="xs" wrap="nowrap">
          {corner}
          <Preferences />
        </Group>
      </Group>
      <Container component="main" id="main" tabIndex={-1} size={wide ? size.page : size.card} py="xl" px="md">
        {wide ? (
          <Stack gap="lg">
            {head}
            {children}
          </Stack>
        ) : (
          <Paper p={{ base: 'md', sm: 'xl' }}>
            <Stack gap="lg">
              {head}
              {children}
            </Stack>
          </Paper>
        )}
        {below && <Box pt="lg">{below}</Box>}
      </Container>
    </Box>
  )
}
