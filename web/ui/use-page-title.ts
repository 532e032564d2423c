import { useDocumentTitle } from '@mantine/hooks'

/** Sets the browser's title, with the most specific part first: “Team · Maison Ours · Stagedoor”. */
export const usePageTitle = (...parts: string[]) => useDocumentTitle([...parts, 'Stagedoor'].join(' · '))
