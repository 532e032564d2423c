import { Button, Stack, Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { ResendConfirmation } from './resend-confirmation.tsx'
import { storedInvitation } from './stored-invitation.ts'

/** Shown after sign-up: where the mail was sent, and what to do if it does not arrive. */
export function CheckMail({ email, change }: { email: string; change?: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <Stack>
      <Text>
        <Trans t={t} i18nKey="check.sent" values={{ email }} components={{ strong: <strong /> }} />
      </Text>
      {storedInvitation.read() && <Text>{t('check.invitation')}</Text>}
      <Text c="dimmed">{t('check.nothing')}</Text>
      <ResendConfirmation email={email} justSent />
      {change && (
        <Button variant="subtle" color="gray" onClick={change}>
          {t('check.change')}
        </Button>
      )}
    </Stack>
  )
}
