import { Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { EndOtherSessions } from './end-other-sessions.tsx'
import { SessionRow } from './session-row.tsx'
import { sessionsQuery } from './sessions-queries.ts'

export function SessionsPage() {
  const { t } = useTranslation('sessions')
  const { data } = useSuspenseQuery(sessionsQuery)
  const hasOthers = data.items.length > 1
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={t('lead')} actions={hasOthers && <EndOtherSessions />} />
      <Stack component="ul" gap={0} className="stagedoor-rows">
        {data.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Stack>
      {!hasOthers && <Text c="dimmed">{t('alone')}</Text>}
    </Stack>
  )
}
