import { Alert, Text } from '@mantine/core'
import { IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { pendingInvitation } from './pending-invitation.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useEnter, useLeaveWhenSignedIn } from './signed-in.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('identity')
  const { next } = route.useSearch()
  const enter = useEnter(next)
  useLeaveWhenSignedIn(next)
  return (
    <PublicPage title={t('signIn.title')} below={<None />}>
      <Arrival />
      <SignInForm done={enter} />
    </PublicPage>
  )
}

/** Why somebody has come here, where that is known. */
function Arrival() {
  const { t } = useTranslation('identity')
  const { next, confirmed, error, changed } = route.useSearch()
  if (error) return <Alert icon={<IconInfoCircle aria-hidden />}>{t('signIn.deadLink')}</Alert>
  if (confirmed) return <Good>{t('signIn.confirmed')}</Good>
  if (changed) return <Good>{t('signIn.changed')}</Good>
  if (next) return <Text c="dimmed">{t('signIn.ended')}</Text>
  return pendingInvitation.read() && <Text c="dimmed">{t('signIn.invitation')}</Text>
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
