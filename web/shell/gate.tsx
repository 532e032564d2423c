import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Problem } from '../api.ts'
import { client } from '../client.ts'
import { me } from './session.ts'

/** Lets the dashboard show while somebody is signed in; when that ends, to the sign-in page and back here after. */
export function Gate() {
  const { data, error } = useQuery(me)
  const navigate = useNavigate()
  const here = useLocation({ select: ({ href }) => href })
  const isOver = error instanceof Problem && error.status === 401
  useEffect(() => {
    if (!isOver) return
    client.clear()
    void navigate({ to: '/sign-in', search: { next: here }, replace: true })
  }, [isOver, here, navigate])
  return data && !isOver ? <Outlet /> : null
}
