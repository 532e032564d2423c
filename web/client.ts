import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './api.ts'

/** What an answer can say about the session or the role, whatever was asked. */
function heed(problem: Error, key: unknown) {
  if (!(problem instanceof Problem)) return
  const isAboutAccess = [401, 403, 404].includes(problem.status) || problem.code === 'account_closing'
  if (isAboutAccess && key !== 'me') void client.invalidateQueries({ queryKey: ['me'] })
}

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (problem, query) => heed(problem, query.queryKey[0]) }),
  mutationCache: new MutationCache({ onError: (problem) => heed(problem, undefined) }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => !(problem instanceof Problem && problem.status < 500) && failures < 2,
    },
    mutations: { retry: false },
  },
})
