import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { callAuth } from '../data/auth-api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { EmailField } from './email-field.tsx'
import { storedInvitation } from './stored-invitation.ts'
import { useIdentityChecks } from './use-identity-checks.ts'

export function ForgotPasswordPage() {
  const { t } = useTranslation('identity')
  const [sentTo, setSentTo] = useState<string>()
  const back = <LinkAnchor to="/sign-in">{t('forgot.back')}</LinkAnchor>
  if (sentTo === undefined)
    return (
      <PublicPage title={t('forgot.title')} lead={t('forgot.intro')} below={back}>
        <AskForLink done={setSentTo} />
      </PublicPage>
    )
  return (
    <PublicPage title={t('forgot.sentTitle')} below={back}>
      <Text role="status">
        <Trans t={t} i18nKey="forgot.sent" values={{ email: sentTo }} components={{ strong: <strong /> }} />
      </Text>
    </PublicPage>
  )
}

function AskForLink({ done }: { done: (email: string) => void }) {
  const { t } = useTranslation('identity')
  const checks = useIdentityChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { email: '' },
    validate: ({ email }) => ({ email: checks.email(email) }),
    send: (typed) => callAuth('request-password-reset', { ...typed, redirectTo: '/reset-password' }),
    done: (_, typed) => {
      storedInvitation.keepForMail()
      done(typed.email)
    },
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <EmailField {...form.getInputProps('email')} />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={busy}>
          {t('forgot.submit')}
        </Button>
      </Stack>
    </form>
  )
}
