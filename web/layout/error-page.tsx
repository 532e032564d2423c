import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRequestProblem } from '../data/api.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { PublicPage } from './public-page.tsx'

/** Shown instead of a page that threw an error. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation('layout')
  const isAnswer = isRequestProblem(error)
  return (
    <PublicPage title={t('broken.title')} {...(!isAnswer && { lead: t('broken.text') })}>
      <Stack align="flex-start">
        {isAnswer && <ProblemAlert problem={error} />}
        <Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>
      </Stack>
    </PublicPage>
  )
}
