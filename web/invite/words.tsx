import { Stack, Text, Title } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import type { Invitation } from './invitation.ts'

/** Who invites, to what, as what, until when. */
export function Words({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['invite', 'common'])
  const { account, invitedBy, role, expiresAt, endsAt } = invitation
  return (
    <Stack gap="sm">
      <Title order={1}>{t('invite:heading', { account: account.name })}</Title>
      <Text size="lg">
        <Trans
          t={t}
          i18nKey="invite:by"
          values={{ inviter: invitedBy.name, account: account.name, role: t(`common:roles.${role}`) }}
          components={{ strong: <strong /> }}
        />
      </Text>
      {endsAt && <Text>{t('invite:accessUntil', { when: dayAndTime(endsAt) })}</Text>}
      <Text size="sm" c="dimmed">
        {t('invite:openUntil', { when: dayAndTime(expiresAt) })} {t('invite:leave')}
      </Text>
    </Stack>
  )
}
