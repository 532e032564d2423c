import { Button, Divider, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { signOut } from '../identity/session.ts'
import { LinkButton } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { CopyMessage } from './copy-message.tsx'
import type { Invitation, You } from './invitation.ts'

type Given = { invitation: Invitation; you: You; signedOut: () => void }

/** Somebody else is signed in: says who, and for whom it is. The invitation stays open, whatever is chosen. */
export function Other({ invitation, you, signedOut }: Given) {
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
      <LinkButton to="/dashboard" variant="subtle" color="gray" onClick={() => pendingInvitation.forget()}>
        {t('other.later')}
      </LinkButton>
    </PublicPage>
  )
}
