import { Button, Stack, Text } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callAuth } from '../data/auth-api.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'

const pause = 30

/** A button that sends the confirmation again, after a pause. `justSent`: the first one was sent a moment ago. */
export function ResendConfirmation({ email, justSent = false }: { email: string; justSent?: boolean }) {
  const { t } = useTranslation('identity')
  const [seconds, setSeconds] = useState(justSent ? pause : 0)
  useInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000, { autoInvoke: true })
  const resend = useMutation({
    mutationFn: () => callAuth('send-verification-email', { email }),
    onSuccess: () => setSeconds(pause),
  })
  return (
    <Stack gap="xs" align="flex-start">
      <div role="status">{resend.isSuccess && <Text size="sm">{t('check.resent')}</Text>}</div>
      <ProblemAlert problem={resend.error} />
      <Button
        variant="default"
        disabled={seconds > 0}
        loading={resend.isPending}
        onClick={() => resend.mutate()}
      >
        {t('check.resend')}
      </Button>
      {seconds > 0 && (
        <Text size="sm" c="dimmed">
          {t('check.resendIn', { seconds })}
        </Text>
      )}
    </Stack>
  )
}
