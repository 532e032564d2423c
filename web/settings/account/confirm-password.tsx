import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useProblemForm } from '../../ui/use-problem-form.ts'

type Given<Result> = {
  text?: string
  act: string
  color?: string
  send: (password: string) => Promise<Result>
  done: (result: Result) => unknown
  /** What to show below the sentence of a refusal. */
  onwards?: (problem: Error) => ReactNode
}

/** Asks for the password before an important act. */
export function ConfirmPassword<Result>({ text, act, color, send, done, onwards }: Given<Result>) {
  const { t } = useTranslation('account')
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { password: '' },
    validate: ({ password }) => ({ password: password === '' ? t('password.missing') : null }),
    send: ({ password }) => send(password),
    done,
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {text && <Text size="sm">{text}</Text>}
        <PasswordInput
          label={t('twoFactor.password')}
          autoComplete="current-password"
          data-autofocus
          {...form.getInputProps('password')}
        />
        <ProblemAlert problem={problem} />
        {problem && onwards?.(problem)}
        <Group justify="flex-end">
          <Button type="submit" {...(color && { color })} loading={busy}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
