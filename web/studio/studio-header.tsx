import { Badge, Group, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import type { Show } from '../shows/show-queries.ts'
import { BackLink } from '../ui/links.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

/** The title of the show. For a rehearsal, it says that only the team can see it. */
export function StudioHeader({ show }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { id, name } = useAccount()
  usePageTitle(t('title'), show.title, name)
  return (
    <Stack gap={4}>
      <BackLink
        to="/dashboard/$account/shows/$show"
        params={{ account: id, show: show.rehearses ?? show.id }}
      >
        {t('back')}
      </BackLink>
      <Group gap="xs">
        <Title order={1} className="stagedoor-breaks">
          {show.title}
        </Title>
        {show.rehearsal && (
          <Badge size="lg" color="amber">
            {t('rehearsal')}
          </Badge>
        )}
      </Group>
    </Stack>
  )
}
