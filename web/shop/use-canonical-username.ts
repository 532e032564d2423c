import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * A former username, or one in capitals, also shows the page. The address is then changed to the current username.
 */
export function useCanonicalUsername(asked: string, present: string) {
  const navigate = useNavigate()
  useEffect(() => {
    if (present === asked) return
    const here = window.location.pathname.replace(/^\/shops\/[^/]+/, `/shops/${present}`)
    void navigate({ href: here + window.location.search, replace: true })
  }, [asked, present, navigate])
}
