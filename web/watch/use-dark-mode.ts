import { useLayoutEffect } from 'react'

const name = 'data-mantine-color-scheme'

/** Makes the live room dark in both themes, with its dialogs. Leaving it restores the page's theme. */
export function useDarkMode() {
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
