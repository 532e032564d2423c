import { Alert, Group, Text } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../shell/links.tsx'
import type { Account } from '../shell/session.ts'

/** To the show's own team: that they look at it from outside, and where its inside is. */
export function OwnNote({ own, show }: { own: Account; show: string }) {
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
