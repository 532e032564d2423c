import { Group, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentLinkInView } from './use-current-link-in-view.ts'

/** Properties of a tab's link: it is active only at its own address, not at those below it. */
export const tabLinkProps = {
  activeOptions: { includeSearch: false, exact: true },
  activeProps: { 'aria-current': 'page' },
} as const

/** The pages of an area: links between them, above the open page. */
export function TabbedFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap="lg">
      <Group
        component="nav"
        ref={useCurrentLinkInView()}
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
