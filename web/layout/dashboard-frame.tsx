import { AppShell, Container, useMantineTheme } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { SkipLink } from '../ui/skip-link.tsx'
import { ActingBar } from './acting-bar.tsx'
import { DashboardHeader } from './dashboard-header.tsx'
import { BottomNavigation, SideNavigation } from './navigation.tsx'

/** The dashboard around a page. Without an account, there is no navigation. */
export function DashboardFrame({ account, children }: { account?: Account; children: ReactNode }) {
  const { t } = useTranslation('layout')
  const { size } = useMantineTheme().other
  const isAnothers = account !== undefined && account.role !== 'owner'
  return (
    <AppShell
      header={{ height: isAnothers ? size.headerAndBar : size.header }}
      {...(account && {
        navbar: { width: size.side, breakpoint: 'sm', collapsed: { mobile: true } },
        footer: { height: { base: size.bottom, sm: 0 } },
      })}
    >
      <SkipLink />
      <AppShell.Header>
        {isAnothers && <ActingBar account={account} />}
        <DashboardHeader account={account} />
      </AppShell.Header>
      {account && (
        <>
          <AppShell.Navbar p="sm" aria-label={t('nav.label')} visibleFrom="sm">
            <SideNavigation />
          </AppShell.Navbar>
          <AppShell.Footer component="nav" aria-label={t('nav.label')} hiddenFrom="sm">
            <BottomNavigation />
          </AppShell.Footer>
        </>
      )}
      <Main>{children}</Main>
    </AppShell>
  )
}

/** The main content. A new page gets the focus, so that screen readers announce it. */
function Main({ children }: { children: ReactNode }) {
  const { size } = useMantineTheme().other
  const element = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    element.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <AppShell.Main id="main" tabIndex={-1} ref={element}>
      <Container size={size.page} px={{ base: 'md', sm: 'lg' }} py={{ base: 'md', sm: 'lg' }}>
        {children}
      </Container>
    </AppShell.Main>
  )
}
