import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { auth } from '../auth.ts'
import { useProblemForm } from '../shell/form.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { useChecks } from './checks.ts'
import { EmailField } from './email-field.tsx'
import { pendingInvitation } from './pending-invitation.ts'

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
  const checks = useChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { email: '' },
    validate: ({ email }) => ({ email: checks.email(email) }),
    send: (typed) => auth('request-password-reset', { ...typed, redirectTo: '/reset-password' }),
    done: (_, typed) => {
      pendingInvitation.keepForMail()
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
