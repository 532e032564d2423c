import { Button, Divider, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { signOut } from '../layout/sign-out.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { CopyMessage } from './copy-message.tsx'
import type { InvitationPreview, InvitedVisitor } from './invitation-preview-queries.ts'

type Given = { invitation: InvitationPreview; you: InvitedVisitor; signedOut: () => void }

/** Shown while another person is signed in: says who, and whom the invitation is for. It stays open either way. */
export function WrongAccount({ invitation, you, signedOut }: Given) {
  const { t } = useTranslation('invite')
  const { email: invited, invitedBy, account } = invitation
  const names = { invited, inviter: invitedBy.name, account: account.name, name: you.name, email: you.email }
  const change = useMutation({ mutationFn: signOut, onMutate: signedOut })
  return (
    <PublicPage title={t('other.title')} lead={t('other.body', names)}>
      <Stack gap="xs">
        <ProblemAlert problem={change.error} />
        <Button loading={change.isPending} onClick={() => change.mutate()}>
          {t('other.switch')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('other.switchHint')}
        </Text>
      </Stack>
      <Divider />
      <Stack gap="xs">
        <Text>{t('other.ask', names)}</Text>
        <CopyMessage message={t('other.message', names)} />
      </Stack>
      <LinkButton to="/dashboard" variant="subtle" color="gray" onClick={() => storedInvitation.forget()}>
        {t('other.later')}
      </LinkButton>
    </PublicPage>
  )
}
