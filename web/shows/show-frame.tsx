import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { TabbedFrame, tab } from '../shell/tabbed-frame.tsx'
import { BackToShows } from './back.tsx'
import { OnAir } from './on-air.tsx'
import { ShowActions } from './show-actions.tsx'
import { type Show, showOf } from './shows.ts'
import { ShowBadges } from './state-badge.tsx'
import { useShowId } from './use-shown.ts'

/** The pages of one show. What happens on the air stands above them all. */
const tabs = [
  { key: 'overview', to: '/dashboard/$account/shows/$show', permission: undefined },
  { key: 'products', to: '/dashboard/$account/shows/$show/products', permission: undefined },
  { key: 'shipments', to: '/dashboard/$account/shows/$show/shipments', permission: undefined },
  { key: 'report', to: '/dashboard/$account/shows/$show/report', permission: 'reports.view' },
] as const

export function ShowFrame() {
  const { t } = useTranslation('shows')
  const { data, error, refetch } = useQuery(showOf(...useShowId()))
  return (
    <Stack gap="lg">
      <BackToShows />
      {data ? <Shown show={data} /> : <PageHead title={t('title')} />}
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function Shown({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const may = useMay()
  return (
    <>
      <PageHead title={show.title} lead={<ShowBadges show={show} />} actions={<ShowActions show={show} />} />
      <OnAir show={show} />
      <TabbedFrame label={t('tabs.label')}>
        {tabs
          .filter(({ permission }) => !permission || may(permission))
          .map(({ key, to }) => (
            <LinkArea key={key} to={to} params={{ account: id, show: show.id }} {...tab}>
              {t(`tabs.${key}`)}
            </LinkArea>
          ))}
      </TabbedFrame>
    </>
  )
}
