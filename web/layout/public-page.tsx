import { Box, Container, Group, Paper, Stack, Text, Title, useMantineTheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { Logo } from '../ui/logo.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { PreferencesMenu } from './preferences-menu.tsx'

type Given = {
  /** The browser's title, and the page's heading unless `heading` is given (null: the page has its own). */
  title: string
  heading?: ReactNode
  /** A sentence under the heading. */
  lead?: ReactNode
  /** Whether the page is wide, for reading, instead of a narrow card for forms. */
  wide?: boolean
  /** Content of the header besides the choice of language and theme. */
  corner?: ReactNode
  /** Links under the card. */
  below?: ReactNode
  children: ReactNode
}

/** The frame of the pages that need no sign-in. */
export function PublicPage({ title, heading = title, lead, wide = false, corner, below, children }: Given) {
  usePageTitle(title)
  const { size } = useMantineTheme().other
  const isNarrow = useIsNarrow()
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
        <Logo bare={corner !== undefined && isNarrow} />
        <Group gap="xs" wrap="nowrap">
          {corner}
          <PreferencesMenu />
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
