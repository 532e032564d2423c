import { RowsSkeleton } from '../ui/rows-skeleton.tsx'

/** Shown instead of a page whose data take longer than a moment. */
export const PagePending = () => <RowsSkeleton />
