import { Button, Stack, Text } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { callAuth } from '../data/auth-api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { resetAllQueries } from '../session/visitor.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { PasswordField } from './password-field.tsx'
import { useIdentityChecks } from './use-identity-checks.ts'

export function ResetPasswordPage() {
  const { t } = useTranslation('identity')
  const token = useLocation({ select: ({ state }) => state.resetToken })
  const [isDead, setDead] = useState(!token)
  if (isDead || !token)
    return (
      <PublicPage title={t('reset.deadTitle')}>
        <Text>{t('reset.dead')}</Text>
        <LinkButton to="/forgot-password">{t('reset.renew')}</LinkButton>
      </PublicPage>
    )
  return (
    <PublicPage title={t('reset.title')} lead={t('reset.intro')}>
      <NewPassword token={token} dead={() => setDead(true)} />
    </PublicPage>
  )
}

function NewPassword({ token, dead }: { token: string; dead: () => void }) {
  const { t } = useTranslation('identity')
  const navigate = useNavigate()
  const checks = useIdentityChecks()
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { newPassword: '' },
    validate: ({ newPassword }) => ({ newPassword: checks.newPassword(newPassword) }),
    send: (typed) => callAuth('reset-password', { ...typed, token }),
    done: async () => {
      await resetAllQueries()
      await navigate({ to: '/sign-in', search: { changed: true }, replace: true })
    },
  })
  const isDead = problem instanceof ApiProblem && problem.code === 'link_dead'
  useEffect(() => {
    if (isDead) dead()
  }, [isDead, dead])
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PasswordField
          use="new-password"
          label={t('fields.newPassword')}
          {...form.getInputProps('newPassword')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={busy}>
          {t('reset.submit')}
        </Button>
      </Stack>
    </form>
  )
}
