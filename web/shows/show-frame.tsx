import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { TabbedFrame, tabLinkProps } from '../layout/tabbed-frame.tsx'
import { useAccount, useMay } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'
import { BackToShows } from './back-to-shows.tsx'
import { OnAirNotice } from './on-air-notice.tsx'
import { ShowActions } from './show-actions.tsx'
import { type Show, showQuery } from './show-queries.ts'
import { ShowBadges } from './show-status-badge.tsx'
import { useOpenShowParams } from './use-open-show.ts'

/** The tabs of one show. What happens on the air is shown above all of them. */
const tabs = [
  { key: 'overview', to: '/dashboard/$account/shows/$show', permission: undefined },
  { key: 'products', to: '/dashboard/$account/shows/$show/products', permission: undefined },
  { key: 'shipments', to: '/dashboard/$account/shows/$show/shipments', permission: undefined },
  { key: 'report', to: '/dashboard/$account/shows/$show/report', permission: 'reports.view' },
] as const

export function ShowFrame() {
  const { data } = useSuspenseQuery(showQuery(...useOpenShowParams()))
  return (
    <Stack gap="lg">
      <BackToShows />
      <Shown show={data} />
    </Stack>
  )
}

function Shown({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const may = useMay()
  return (
    <>
      <PageHeader
        title={show.title}
        lead={<ShowBadges show={show} />}
        actions={<ShowActions show={show} />}
      />
      <OnAirNotice show={show} />
      <TabbedFrame label={t('tabs.label')}>
        {tabs
          .filter(({ permission }) => !permission || may(permission))
          .map(({ key, to }) => (
            <LinkArea key={key} to={to} params={{ account: id, show: show.id }} {...tabLinkProps}>
              {t(`tabs.${key}`)}
            </LinkArea>
          ))}
      </TabbedFrame>
    </>
  )
}
