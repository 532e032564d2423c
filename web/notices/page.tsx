import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { allows, useMe } from '../shell/session.ts'
import { NoticeRow } from './notice-row.tsx'
import { notices } from './notices.ts'

/** What one is told of, in all one's accounts, as far as one may act on it in any of them. */
export function NoticesPage() {
  const { t } = useTranslation('bell')
  const { accounts } = useMe()
  const { data, error, refetch } = useQuery(notices)
  const shown = data?.items.filter(({ permission }) =>
    accounts.some((account) => allows(account, permission)),
  )
  return (
    <Stack gap="lg">
      <PageHead title={t('settings.title')} lead={t('settings.lead')} />
      {!shown && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
      {shown && (
        <Stack component="ul" gap={0} maw="var(--stagedoor-form)" className="stagedoor-rows">
          {shown.map((notice) => (
            <NoticeRow key={notice.kind} notice={notice} />
          ))}
        </Stack>
      )}
      <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
        {t('settings.pace')}
      </Text>
    </Stack>
  )
}
