import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { hearShow } from '../room/live.ts'
import { heed } from './news.ts'

/** Hears the show as one of its team. Answers whether the connection has been away for some seconds. */
export function useNews(account: string, show: string): boolean {
  const queries = useQueryClient()
  const [isAway, setAway] = useState(false)
  useEffect(
    () => hearShow({ account, show, setAway, heard: (event) => heed(queries, { account, show }, event) }),
    [account, show, queries],
  )
  return isAway
}
