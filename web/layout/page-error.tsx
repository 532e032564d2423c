import { Stack } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { permissionNames } from '../../src/permissions.ts'
import { ApiProblem, isRequestProblem } from '../data/api.ts'
import { AccountContext } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { ErrorPage } from './error-page.tsx'
import { MissingPermission } from './missing-permission.tsx'
import { PageHeader } from './page-header.tsx'

/** Shown instead of a page whose data could not be loaded, or that threw an error. The frame around it stays. */
export function PageError({ error }: { error: unknown }) {
  const isInAccount = useContext(AccountContext) !== undefined
  if (!isInAccount || !isRequestProblem(error)) return <ErrorPage error={error} />
  const lacking = permissionNames.find(
    (name) => error instanceof ApiProblem && error.more.permission === name,
  )
  if (lacking) return <MissingPermission permission={lacking} />
  return <LoadProblem problem={error} />
}

/** The server's sentence. Asking again makes no sense for what does not exist or is forbidden. */
function LoadProblem({ problem }: { problem: Error }) {
  const { t } = useTranslation('layout')
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  useEffect(reset, [reset])
  const isFinal = problem instanceof ApiProblem && problem.status < 500 && problem.status !== 429
  return (
    <Stack gap="lg">
      <PageHeader title={t(isFinal ? 'notFound.title' : 'broken.title')} />
      <ProblemAlert problem={problem} {...(!isFinal && { retry: () => void router.invalidate() })} />
    </Stack>
  )
}
