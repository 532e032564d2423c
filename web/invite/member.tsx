import { Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { useVisitor } from '../identity/session.ts'
import { LinkButton } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import type { Invitation } from './invitation.ts'

/** Somebody who works for this account already. */
export function Member({ account: { name, username } }: { account: Invitation['account'] }) {
  const { t } = useTranslation('invite')
  const { accounts } = useVisitor()
  useEffect(() => pendingInvitation.forget(), [])
  const found = accounts.find((account) => account.username === username)
  return (
    <PublicPage title={t('member.title')}>
      <Text>{t('member.body', { account: name })}</Text>
      {found ? (
        <LinkButton to="/dashboard/$account" params={{ account: found.id }}>
          {t('member.open', { account: name })}
        </LinkButton>
      ) : (
        <LinkButton to="/dashboard">{t('next.dashboard')}</LinkButton>
      )}
    </PublicPage>
  )
}
