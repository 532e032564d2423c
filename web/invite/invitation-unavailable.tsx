import { Button, Group, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { useVisitor } from '../session/visitor.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { CopyMessage } from './copy-message.tsx'
import { invitationFailure } from './failure.ts'

/** Says why an invitation cannot be opened, and what to do. `problem` is null if there is no invitation. */
export function InvitationUnavailable({ problem, retry }: { problem: Error | null; retry?: () => unknown }) {
  const { t } = useTranslation('invite')
  const { kind, account, inviter } = invitationFailure(problem)
  useEffect(() => {
    if (kind !== 'lost') storedInvitation.forget()
  }, [kind])
  return (
    <PublicPage title={t(`ends.${kind}.title`)} below={<Help />}>
      <Text>{t(`ends.${kind}.body`)}</Text>
      {account && (
        <Text c="dimmed">
          {inviter ? t('next.aboutBy', { inviter, account }) : t('next.about', { account })}
        </Text>
      )}
      {kind === 'lost' && problem instanceof ApiProblem && <ProblemAlert problem={problem} />}
      <Group>
        {kind === 'lost' ? (
          <Button onClick={retry}>{t('next.retry')}</Button>
        ) : (
          <Onward ask={kind !== 'invitation_accepted'} account={account} inviter={inviter} />
        )}
      </Group>
    </PublicPage>
  )
}

type Asked = { ask: boolean; account: string | undefined; inviter: string | undefined }

function Onward({ ask, account, inviter }: Asked) {
  const { t } = useTranslation('invite')
  const { person, accounts } = useVisitor()
  const joined = accounts.find(({ name }) => name === account)
  const message = inviter && account ? t('next.againTo', { inviter, account }) : t('next.again')
  return (
    <>
      {ask && <CopyMessage message={message} />}
      {joined && (
        <LinkButton to="/dashboard/$account" params={{ account: joined.id }}>
          {t('member.open', { account: joined.name })}
        </LinkButton>
      )}
      {!joined && (
        <LinkButton to={person ? '/dashboard' : '/sign-in'}>
          {t(person ? 'next.dashboard' : 'next.signIn')}
        </LinkButton>
      )}
    </>
  )
}

function Help() {
  const { t } = useTranslation('invite')
  return (
    <LinkAnchor to="/help/team-permissions" hash="question-links">
      {t('next.help')}
    </LinkAnchor>
  )
}
