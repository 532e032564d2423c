import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Decline } from './decline.tsx'
import type { Invitation, You } from './invitation.ts'
import { useAccept } from './use-accept.ts'

type Given = { invitation: Invitation; you: You; token: string; declined: () => void }

/** For whom it is meant, signed in: one button, and the polite way out beside it. */
export function Answer({ invitation, you, token, declined }: Given) {
  const { t } = useTranslation('invite')
  const accept = useAccept(token)
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
      <Decline
        inviter={invitation.invitedBy.name}
        token={token}
        opened={isAsking}
        close={asking.close}
        declined={declined}
      />
    </Stack>
  )
}
