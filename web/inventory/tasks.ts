import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'

/** Long work on products: changes to many at once, and imports. */
export type Work = 'tasks' | 'imports'
export type Task = Answer<'GET /accounts/:account/products/tasks/:task'>

/** The tasks that were begun in this tab, and those that were put away. */
const begun = new Set<string>()
const away = new Set<string>()

export const isRunning = (task: Task | undefined) => task !== undefined && task.endedAt === null

const latestOf = (account: string, work: Work) =>
  queryOptions({
    queryKey: [account, 'tasks', 'products', work],
    queryFn: () => call(`GET /accounts/:account/products/${work}`, { params: { account } }),
    refetchInterval: ({ state }) => (isRunning(state.data?.items[0]) ? 700 : false),
  })

/** The task to show: one that runs, whoever began it, or one of this tab that has ended and was not put away. */
export function useTask(work: Work): Task | undefined {
  const { id } = useAccount()
  const queries = useQueryClient()
  const { data } = useQuery(latestOf(id, work))
  const task = data?.items[0]
  const running = isRunning(task)
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: [id, 'products'] })
  }, [running, queries, id])
  if (!task || away.has(task.id)) return undefined
  return running || begun.has(task.id) ? task : undefined
}

export function useStop(work: Work, { id: task }: Task) {
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      call(`POST /accounts/:account/products/${work}/:task/stop`, { params: { account, task } }),
    onSuccess: useRefresh(work),
    onError: useTellProblem(),
  })
}

/** Notes a task as begun in this tab, and shows it. */
export function useShow(work: Work) {
  const refresh = useRefresh(work)
  return ({ id }: Task) => {
    begun.add(id)
    return refresh()
  }
}

export function usePutAway(work: Work) {
  const refresh = useRefresh(work)
  return ({ id }: Task) => {
    away.add(id)
    return refresh()
  }
}

function useRefresh(work: Work) {
  const { id } = useAccount()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: latestOf(id, work).queryKey })
}
