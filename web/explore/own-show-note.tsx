import { Alert, Group, Text } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { LinkAnchor } from '../ui/links.tsx'

/** Tells members of the show's team that this is the public page, and links to the show in the dashboard. */
export function OwnShowNote({ own, show }: { own: Account; show: string }) {
  const { t } = useTranslation('explore')
  return (
    <Alert color="gray" icon={<IconBroadcast aria-hidden />} title={t('own.title')}>
      <Group gap="xs">
        <Text size="sm">{t('own.text')}</Text>
        <LinkAnchor
          to="/dashboard/$account/shows/$show"
          params={{ account: own.id, show }}
          size="sm"
          underline="always"
        >
          {t('own.open')}
        </LinkAnchor>
      </Group>
    </Alert>
  )
}
