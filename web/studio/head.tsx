import { Badge, Group, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'
import { useTitle } from '../shell/title.ts'
import type { Show } from '../shows/shows.ts'

/** Which show it is. Of a rehearsal, that only the team sees it, wherever one looks. */
export function Head({ show }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { id, name } = useAccount()
  useTitle(t('title'), show.title, name)
  return (
    <Stack gap={4}>
      <LinkBack
        to="/dashboard/$account/shows/$show"
        params={{ account: id, show: show.rehearses ?? show.id }}
      >
        {t('back')}
      </LinkBack>
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
