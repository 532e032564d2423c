import { Alert, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Resend } from './resend.tsx'

/** The password was right, and the address has not been proven yet: offers the mail again. */
export function Unproven({ email }: { email: string }) {
  const { t } = useTranslation('identity')
  return (
    <Alert role="alert" icon={<IconMail aria-hidden />}>
      <Stack gap="xs">
        <Text size="sm">{t('signIn.unproven', { email })}</Text>
        <Resend email={email} />
      </Stack>
    </Alert>
  )
}
