import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** For a row of links that gives way sideways: the link of the page that is open is always seen. */
export function useCurrentInView() {
  const row = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const current = pathname && row.current?.querySelector('[aria-current]')
    if (current) current.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return row
}
