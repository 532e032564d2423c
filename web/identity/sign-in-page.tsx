import { Alert, Text } from '@mantine/core'
import { IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { storedInvitation } from './stored-invitation.ts'
import { useContinueSignIn, useRedirectWhenSignedIn } from './use-sign-in-redirect.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('identity')
  const { next } = route.useSearch()
  const enter = useContinueSignIn(next)
  useRedirectWhenSignedIn(next)
  return (
    <PublicPage title={t('signIn.title')} below={<None />}>
      <Arrival />
      <SignInForm done={enter} />
    </PublicPage>
  )
}

/** Says why the person was sent here, if that is known. */
function Arrival() {
  const { t } = useTranslation('identity')
  const { next, confirmed, error, changed } = route.useSearch()
  if (error) return <Alert icon={<IconInfoCircle aria-hidden />}>{t('signIn.deadLink')}</Alert>
  if (confirmed) return <Good>{t('signIn.confirmed')}</Good>
  if (changed) return <Good>{t('signIn.changed')}</Good>
  if (next) return <Text c="dimmed">{t('signIn.ended')}</Text>
  return storedInvitation.read() && <Text c="dimmed">{t('signIn.invitation')}</Text>
}

const Good = ({ children }: { children: string }) => (
  <Alert role="status" icon={<IconCheck aria-hidden />}>
    {children}
  </Alert>
)

function None() {
  const { t } = useTranslation('identity')
  return (
    <Text ta="center">
      {t('signIn.none')}{' '}
      <LinkAnchor to="/sign-up" underline="always">
        {t('signIn.create')}
      </LinkAnchor>
    </Text>
  )
}
