import { Alert, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Resend } from './resend.tsx'

/** The address may not have been proven yet, which the answer does not tell: offers the mail again. */
export function Unproven({ email }: { email: string }) {
  const { t } = useTranslation('identity')
  return (
    <Alert color="gray" icon={<IconMail aria-hidden />}>
      <Stack gap="xs">
        <Text size="sm">{t('signIn.unproven', { email })}</Text>
        <Resend email={email} />
      </Stack>
    </Alert>
  )
}
