import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Show } from '../shows/shows.ts'

/** Nothing more will happen here; what came of it stands on the show's page. */
export function Over({ show: { id: show, state, rehearses } }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { id: account } = useAccount()
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">{t(state === 'cancelled' ? 'over.cancelled' : 'over.ended')}</Text>
      <LinkButton
        to="/dashboard/$account/shows/$show"
        params={{ account, show: rehearses ?? show }}
        variant="default"
      >
        {t('over.back')}
      </LinkButton>
    </Group>
  )
}
