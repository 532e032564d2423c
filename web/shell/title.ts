import { useDocumentTitle } from '@mantine/hooks'

/** The page's title in the browser, the narrowest thing first: “Team · Maison Ours · Stagedoor”. */
export const useTitle = (...parts: string[]) => useDocumentTitle([...parts, 'Stagedoor'].join(' · '))
