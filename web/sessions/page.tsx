import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { EndOthers } from './end-others.tsx'
import { SessionRow } from './session-row.tsx'
import { sessions } from './sessions.ts'

export function SessionsPage() {
  const { t } = useTranslation('sessions')
  const { data, error, refetch } = useQuery(sessions)
  const hasOthers = data && data.items.length > 1
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={t('lead')} actions={hasOthers && <EndOthers />} />
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />)}
      {data && (
        <Stack component="ul" gap={0} className="stagedoor-rows">
          {data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Stack>
      )}
      {data?.items.length === 1 && <Text c="dimmed">{t('alone')}</Text>}
    </Stack>
  )
}
