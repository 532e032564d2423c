import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'
import { meKeys } from './query-keys.ts'

/** Handles the errors that concern the session or the role, for every query and mutation. */
function heed(problem: Error, key: unknown) {
  if (!(problem instanceof ApiProblem)) return
  const isAboutAccess = [401, 403, 404].includes(problem.status) || problem.code === 'account_closing'
  if (isAboutAccess && key !== 'me') void queryClient.invalidateQueries({ queryKey: meKeys.one() })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (problem, query) => heed(problem, query.queryKey[0]) }),
  mutationCache: new MutationCache({ onError: (problem) => heed(problem, undefined) }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => !(problem instanceof ApiProblem && problem.status < 500) && failures < 2,
    },
    mutations: { retry: false },
  },
})
