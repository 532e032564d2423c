import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

/** Limits the width of text, so that its lines are easy to read. */
export const ReadingWidth = ({ children }: { children: ReactNode }) => (
  <Box maw="var(--stagedoor-form)">{children}</Box>
)
