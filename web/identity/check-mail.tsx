import { Button, Stack, Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { pendingInvitation } from './pending-invitation.ts'
import { Resend } from './resend.tsx'

/** After signing up: where the mail went, and what to do when it doesn't come. */
export function CheckMail({ email, change }: { email: string; change?: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <Stack>
      <Text>
        <Trans t={t} i18nKey="check.sent" values={{ email }} components={{ strong: <strong /> }} />
      </Text>
      {pendingInvitation.read() && <Text>{t('check.invitation')}</Text>}
      <Text c="dimmed">{t('check.nothing')}</Text>
      <Resend email={email} justSent />
      {change && (
        <Button variant="subtle" color="gray" onClick={change}>
          {t('check.change')}
        </Button>
      )}
    </Stack>
  )
}
