import { Button, Stack, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callAuth } from '../data/auth-api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { resetAllQueries } from '../session/visitor.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { useRedirectWhenSignedIn } from './use-sign-in-redirect.ts'

const route = getRouteApi('/two-factor')

/** The second step of signing in: a code from the authenticator app, or a backup code. */
export function TwoFactorPage() {
  const { t } = useTranslation('identity')
  const [isBackup, setBackup] = useState(false)
  const { next } = route.useSearch()
  useRedirectWhenSignedIn(next)
  const restart = (
    <LinkAnchor to="/sign-in" search={{ ...(next && { next }) }}>
      {t('twoFactor.restart')}
    </LinkAnchor>
  )
  return (
    <PublicPage
      title={t('twoFactor.title')}
      lead={t(isBackup ? 'twoFactor.backup' : 'twoFactor.app')}
      below={restart}
    >
      <CodeForm key={String(isBackup)} isBackup={isBackup} />
      <Button variant="subtle" color="gray" onClick={() => setBackup(!isBackup)}>
        {t(isBackup ? 'twoFactor.useApp' : 'twoFactor.useBackup')}
      </Button>
    </PublicPage>
  )
}

function CodeForm({ isBackup }: { isBackup: boolean }) {
  const { t } = useTranslation('identity')
  const isWhole = (code: string) => (isBackup ? code.trim() !== '' : /^\d{6}$/.test(code.replace(/\s/g, '')))
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { code: '' },
    validate: ({ code }) => ({
      code: isWhole(code) ? null : t(isBackup ? 'checks.backupCode' : 'checks.code'),
    }),
    send: ({ code }) =>
      callAuth(isBackup ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp', {
        code: isBackup ? code.trim() : code.replace(/\s/g, ''),
      }),
    done: resetAllQueries,
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          name="code"
          autoComplete={isBackup ? 'off' : 'one-time-code'}
          inputMode={isBackup ? 'text' : 'numeric'}
          autoFocus
          label={t(isBackup ? 'twoFactor.backupCode' : 'twoFactor.code')}
          {...form.getInputProps('code')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" loading={busy}>
          {t('twoFactor.submit')}
        </Button>
      </Stack>
    </form>
  )
}
