import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, callApi } from '../data/api.ts'
import { productKeys, taskKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'

/** Tasks on products: bulk changes, and imports. */
export type ProductTaskKind = 'tasks' | 'imports'
export type ProductTask = Answer<'GET /accounts/:account/products/tasks/:task'>

/** The tasks that were started in this tab, and those that were dismissed. */
const begun = new Set<string>()
const away = new Set<string>()

export const isTaskRunning = (task: ProductTask | undefined) => task !== undefined && task.endedAt === null

const latestOf = (account: string, work: ProductTaskKind) =>
  queryOptions({
    queryKey: taskKeys.latest(account, 'products', work),
    queryFn: () => callApi(`GET /accounts/:account/products/${work}`, { params: { account } }),
    refetchInterval: ({ state }) => (isTaskRunning(state.data?.items[0]) ? 700 : false),
  })

/** The task to show: a running one, regardless of who started it, or one of this tab that has ended and was not dismissed. */
export function useProductTask(work: ProductTaskKind): ProductTask | undefined {
  const { id } = useAccount()
  const queries = useQueryClient()
  const { data } = useQuery(latestOf(id, work))
  const task = data?.items[0]
  const running = isTaskRunning(task)
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: productKeys.all(id) })
  }, [running, queries, id])
  if (!task || away.has(task.id)) return undefined
  return running || begun.has(task.id) ? task : undefined
}

export function useStopProductTask(work: ProductTaskKind, { id: task }: ProductTask) {
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      callApi(`POST /accounts/:account/products/${work}/:task/stop`, { params: { account, task } }),
    onSuccess: useRefresh(work),
    onError: useProblemToast(),
  })
}

/** Marks a task as started in this tab, and shows it. */
export function useShowProductTask(work: ProductTaskKind) {
  const refresh = useRefresh(work)
  return ({ id }: ProductTask) => {
    begun.add(id)
    return refresh()
  }
}

export function useDismissProductTask(work: ProductTaskKind) {
  const refresh = useRefresh(work)
  return ({ id }: ProductTask) => {
    away.add(id)
    return refresh()
  }
}

function useRefresh(work: ProductTaskKind) {
  const { id } = useAccount()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: latestOf(id, work).queryKey })
}
