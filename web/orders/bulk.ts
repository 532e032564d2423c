import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, address, call, type Input } from '../api.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'

export type BulkAct = Input<'POST /accounts/:account/shipments/tasks'>['input']['act']
export type Task = Answer<'GET /accounts/:account/shipments/tasks/:task'>

/** What the tasks that were begun in this tab do, and which of them were put away. */
const begun = new Map<string, BulkAct>()
const away = new Set<string>()
export const actOf = ({ id }: Task) => begun.get(id)

const isRunning = (task: Task | undefined) => task !== undefined && task.endedAt === null

const latestTask = (account: string) =>
  queryOptions({
    queryKey: [account, 'tasks', 'shipping'],
    queryFn: () => call('GET /accounts/:account/shipments/tasks', { params: { account } }),
    refetchInterval: ({ state }) => (isRunning(state.data?.items[0]) ? 700 : false),
  })

/** The task to show: one that runs, whoever began it, or one of this tab that has ended and was not put away. */
export function useTask() {
  const { id } = useAccount()
  const queries = useQueryClient()
  const { data } = useQuery(latestTask(id))
  const task = data?.items[0]
  const running = isRunning(task)
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: [id, 'orders'] })
  }, [running, queries, id])
  if (!task || away.has(task.id)) return undefined
  return running || begun.has(task.id) ? task : undefined
}

export function useBegin(done: () => void) {
  const { id: account } = useAccount()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: { act: BulkAct; shipments: string[] }) =>
      call('POST /accounts/:account/shipments/tasks', { params: { account }, input }),
    onSuccess: (task, { act }) => {
      begun.set(task.id, act)
      done()
      return refresh()
    },
    onError: useTellProblem(),
  })
}

export function useStop({ id: task }: Task) {
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/shipments/tasks/:task/stop', { params: { account, task } }),
    onSuccess: useRefresh(),
    onError: useTellProblem(),
  })
}

export function usePutAway({ id }: Task) {
  const refresh = useRefresh()
  return () => {
    away.add(id)
    void refresh()
  }
}

function useRefresh() {
  const { id } = useAccount()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: latestTask(id).queryKey })
}

/** Where the labels or slips of some parcels, or of what a task has done, are one PDF in the page's language. */
export const printAddress = (
  account: string,
  kind: 'labels' | 'slips',
  which: { ids?: string[]; task?: string },
) =>
  address(
    `/accounts/:account/shipments-${kind}.pdf`,
    { account },
    {
      language: language(),
      task: which.task,
      ids: which.ids?.map((id) => id.replace('shp_', '')).join(','),
    },
  )
