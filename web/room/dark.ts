import { useLayoutEffect } from 'react'

const name = 'data-mantine-color-scheme'

/** A room is dark in both themes, and so is what opens above it; the page gets its theme back. */
export function useDark() {
  useLayoutEffect(() => {
    const page = document.documentElement
    let wished = page.getAttribute(name)
    const darken = () => {
      const now = page.getAttribute(name)
      if (now === 'dark') return
      wished = now
      page.setAttribute(name, 'dark')
    }
    const observer = new MutationObserver(darken)
    observer.observe(page, { attributeFilter: [name] })
    darken()
    return () => {
      observer.disconnect()
      if (wished) page.setAttribute(name, wished)
    }
  }, [])
}
