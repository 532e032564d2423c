import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'

/** The sentence for whatever went wrong: the server's own, in the reader's language, where it answered. */
export function useProblemText() {
  const { t } = useTranslation('shell')
  return (problem: Error) => (problem instanceof Problem ? problem.message : t('problem.unreachable'))
}

/** A refusal where it concerns the reader. Give `retry` where asking again is all that can be done. */
export function ProblemAlert({ problem, retry }: { problem: Error | null | undefined; retry?: () => void }) {
  const { t } = useTranslation('shell')
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
