import { Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { useVisitor } from '../session/visitor.ts'
import { LinkButton } from '../ui/links.tsx'
import type { InvitationPreview } from './invitation-preview-queries.ts'

/** Shown to a person who is already a member of this account. */
export function AlreadyMember({ account: { name, username } }: { account: InvitationPreview['account'] }) {
  const { t } = useTranslation('invite')
  const { accounts } = useVisitor()
  useEffect(() => storedInvitation.forget(), [])
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
