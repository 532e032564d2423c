import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { CatchBoundary, useLocation } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { isRequestProblem } from '../data/api.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'

/**
 * Around a section that loads by itself, with `useSuspenseQuery` or `useItems`: `rows` lines of skeleton at first, and
 * the problem with a retry if it cannot be loaded. Another address, such as another filter, tries again, too.
 */
export function QueryBoundary({ rows, children }: { rows?: number; children: ReactNode }) {
  const href = useLocation({ select: ({ href }) => href })
  return (
    <CatchBoundary getResetKey={() => href} errorComponent={SectionProblem}>
      <Suspense fallback={<RowsSkeleton {...(rows && { of: rows })} />}>{children}</Suspense>
    </CatchBoundary>
  )
}

/** @throws errors that do not come from loading: the page handles them */
function SectionProblem({ error, reset }: { error: unknown; reset: () => void }) {
  const queries = useQueryErrorResetBoundary()
  if (!isRequestProblem(error)) throw error
  const retry = () => {
    queries.reset()
    reset()
  }
  return <ProblemAlert problem={error} retry={retry} />
}
