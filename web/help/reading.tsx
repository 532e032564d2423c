import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

/** Text to read, in lines that are not too long for it. */
export const Reading = ({ children }: { children: ReactNode }) => (
  <Box maw="var(--stagedoor-form)">{children}</Box>
)
