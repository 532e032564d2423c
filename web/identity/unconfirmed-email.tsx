import { Alert, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ResendConfirmation } from './resend-confirmation.tsx'

/** Offers to send the confirmation again: the address may be unconfirmed, which the answer does not reveal. */
export function UnconfirmedEmail({ email }: { email: string }) {
  const { t } = useTranslation('identity')
  return (
    <Alert color="gray" icon={<IconMail aria-hidden />}>
      <Stack gap="xs">
        <Text size="sm">{t('signIn.unproven', { email })}</Text>
        <ResendConfirmation email={email} />
      </Stack>
    </Alert>
  )
}
