import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callApi } from '../../data/api.ts'
import { showKeys } from '../../data/query-keys.ts'
import type { ShowRef } from './studio-queries.ts'

const heartbeatMs = 10_000

/**
 * While this tab is on the air, tells the server so every ten seconds, whether the tab is visible or not. After 45
 * seconds without a heartbeat the server takes the host off the air.
 * @returns whether the last heartbeat failed
 */
export function useHeartbeat({ account, show }: ShowRef, isOn: boolean): boolean {
  const queries = useQueryClient()
  const [hasFailed, setFailed] = useState(false)
  const { mutate } = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/shows/:show/heartbeat', { params: { account, show } }),
    // It is sent although the browser believes itself offline: the browser may be wrong.
    networkMode: 'always',
    onError: () => setFailed(true),
    onSuccess: ({ onAir }) => {
      setFailed(false)
      if (!onAir) return queries.invalidateQueries({ queryKey: showKeys.one(account, show) })
    },
  })
  useEffect(() => {
    if (!isOn) return
    mutate()
    const timer = setInterval(() => mutate(), heartbeatMs)
    return () => {
      clearInterval(timer)
      setFailed(false)
    }
  }, [isOn, mutate])
  return hasFailed
}
