import { Box } from '@mantine/core'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'

/** Shown instead of a page whose data take longer than a moment. */
export const PagePending = () => <RowsSkeleton />

/** Shown instead of a whole frame: the same, away from the screen's edge. */
export const FramePending = () => (
  <Box p="lg">
    <RowsSkeleton />
  </Box>
)
