import { Group, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentInView } from './in-view.ts'

/** What a link to one of the pages needs besides its address, which is that page's and not of those below it. */
export const tab = {
  activeOptions: { includeSearch: false, exact: true },
  activeProps: { 'aria-current': 'page' },
} as const

/** The pages of an area, each a link away from the others, above the one that is open. */
export function TabbedFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap="lg">
      <Group
        component="nav"
        ref={useCurrentInView()}
        aria-label={label}
        gap={0}
        wrap="nowrap"
        className="stagedoor-tabs"
      >
        {children}
      </Group>
      <Outlet />
    </Stack>
  )
}
