import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, apiUrl, callApi, type Input } from '../data/api.ts'
import { orderKeys, taskKeys } from '../data/query-keys.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'

export type ShipmentBulkAction = Input<'POST /accounts/:account/shipments/tasks'>['input']['act']
export type ShipmentTask = Answer<'GET /accounts/:account/shipments/tasks/:task'>

/** The actions of the tasks that were started in this tab, and the tasks that were dismissed. */
const begun = new Map<string, ShipmentBulkAction>()
const away = new Set<string>()
export const shipmentTaskAction = ({ id }: ShipmentTask) => begun.get(id)

const isRunning = (task: ShipmentTask | undefined) => task !== undefined && task.endedAt === null

const latestTask = (account: string) =>
  queryOptions({
    queryKey: taskKeys.latest(account, 'shipping'),
    queryFn: () => callApi('GET /accounts/:account/shipments/tasks', { params: { account } }),
    refetchInterval: ({ state }) => (isRunning(state.data?.items[0]) ? 700 : false),
  })

/** The task to show: a running one, regardless of who started it, or one of this tab that has ended and was not dismissed. */
export function useShipmentTask() {
  const { id } = useAccount()
  const queries = useQueryClient()
  const { data } = useQuery(latestTask(id))
  const task = data?.items[0]
  const running = isRunning(task)
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: orderKeys.all(id) })
  }, [running, queries, id])
  if (!task || away.has(task.id)) return undefined
  return running || begun.has(task.id) ? task : undefined
}

export function useStartShipmentTask(done: () => void) {
  const { id: account } = useAccount()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: { act: ShipmentBulkAction; shipments: string[] }) =>
      callApi('POST /accounts/:account/shipments/tasks', { params: { account }, input }),
    onSuccess: (task, { act }) => {
      begun.set(task.id, act)
      done()
      return refresh()
    },
    onError: useProblemToast(),
  })
}

export function useStopShipmentTask({ id: task }: ShipmentTask) {
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/shipments/tasks/:task/stop', { params: { account, task } }),
    onSuccess: useRefresh(),
    onError: useProblemToast(),
  })
}

export function useDismissShipmentTask({ id }: ShipmentTask) {
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

/**
 * The URL of a PDF with the labels or slips of some shipments, or of those that a task has processed, in the page's
 * language.
 */
export const shipmentPdfUrl = (
  account: string,
  kind: 'labels' | 'slips',
  which: { ids?: string[]; task?: string },
) =>
  apiUrl(
    `/accounts/:account/shipments-${kind}.pdf`,
    { account },
    {
      language: currentLanguage(),
      task: which.task,
      ids: which.ids?.map((id) => id.replace('shp_', '')).join(','),
    },
  )
