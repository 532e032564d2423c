import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'

/** The sentence for an error: the server's own, in the reader's language, if it answered. */
export function useProblemText() {
  const { t } = useTranslation('layout')
  return (problem: Error) => (problem instanceof ApiProblem ? problem.message : t('problem.unreachable'))
}

/** Shows an error. Pass `retry` if trying again is all that can be done. */
export function ProblemAlert({ problem, retry }: { problem: Error | null | undefined; retry?: () => void }) {
  const { t } = useTranslation('layout')
  const words = useProblemText()
  if (!problem) return null
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('problem.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words(problem)}</Text>
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {t('problem.again')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
