import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { DeclineInvitation } from './decline-invitation.tsx'
import type { InvitationPreview, InvitedVisitor } from './invitation-preview-queries.ts'
import { useAcceptInvitation } from './use-accept-invitation.ts'

type Given = { invitation: InvitationPreview; you: InvitedVisitor; token: string; declined: () => void }

/** Shown to the invited person when signed in: a button to accept, and a link to decline. */
export function AcceptOrDecline({ invitation, you, token, declined }: Given) {
  const { t } = useTranslation('invite')
  const accept = useAcceptInvitation(token)
  const [isAsking, asking] = useDisclosure()
  return (
    <Stack>
      <ProblemAlert problem={accept.error} />
      <Group>
        <Button size="md" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('answer.accept')}
        </Button>
        <Button size="md" variant="default" disabled={accept.isPending} onClick={asking.open}>
          {t('answer.decline')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('answer.signedIn', { name: you.name, email: you.email })}
      </Text>
      <DeclineInvitation
        inviter={invitation.invitedBy.name}
        token={token}
        opened={isAsking}
        close={asking.close}
        declined={declined}
      />
    </Stack>
  )
}
