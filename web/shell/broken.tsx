import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../api.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { PublicPage } from './public-page.tsx'

/** What is shown instead of a page that threw: never a blank screen. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation('shell')
  const isAnswer = error instanceof Problem || error instanceof Unreachable
  return (
    <PublicPage title={t('broken.title')} {...(!isAnswer && { lead: t('broken.text') })}>
      <Stack align="flex-start">
        {isAnswer && <ProblemAlert problem={error} />}
        <Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>
      </Stack>
    </PublicPage>
  )
}
