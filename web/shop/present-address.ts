import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Under a former username, or one in capitals, the page is shown; its address becomes the present one. */
export function usePresentAddress(asked: string, present: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (present === undefined || present === asked) return
    const here = window.location.pathname.replace(/^\/shops\/[^/]+/, `/shops/${present}`)
    void navigate({ href: here + window.location.search, replace: true })
  }, [asked, present, navigate])
}
