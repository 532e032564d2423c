import { Stack, Text, Title } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import type { InvitationPreview } from './invitation-preview-queries.ts'

/** The inviter, the account, the role and the end dates. */
export function InvitationSummary({ invitation }: { invitation: InvitationPreview }) {
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
      {endsAt && <Text>{t('invite:accessUntil', { when: formatDateTime(endsAt) })}</Text>}
      <Text size="sm" c="dimmed">
        {t('invite:openUntil', { when: formatDateTime(expiresAt) })} {t('invite:leave')}
      </Text>
    </Stack>
  )
}
