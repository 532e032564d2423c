import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiProblem } from '../data/api.ts'
import { queryClient } from '../data/query-client.ts'
import { meQuery } from '../session/me-queries.ts'

/**
 * Shows the dashboard while a person is signed in. When that ends, it opens the sign-in page, which leads back here.
 */
export function RequireSignIn() {
  const { data, error } = useQuery(meQuery)
  const navigate = useNavigate()
  const here = useLocation({ select: ({ href }) => href })
  const isOver = error instanceof ApiProblem && error.status === 401
  useEffect(() => {
    if (!isOver) return
    queryClient.clear()
    void navigate({ to: '/sign-in', search: { next: here }, replace: true })
  }, [isOver, here, navigate])
  return data && !isOver ? <Outlet /> : null
}
