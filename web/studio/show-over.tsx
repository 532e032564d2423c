import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import type { Show } from '../shows/show-queries.ts'
import { LinkButton } from '../ui/links.tsx'

/** The show is over. Its page has the results. */
export function ShowOver({ show: { id: show, status, rehearses } }: { show: Show }) {
  const { t } = useTranslation('studio')
  const { id: account } = useAccount()
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">{t(status === 'cancelled' ? 'over.cancelled' : 'over.ended')}</Text>
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
