import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { LinkButton } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { PublicPage } from '../shell/public-page.tsx'

/** A show that is not there, with a way on. */
export function Gone({ problem, retry }: { problem: Error; retry: () => void }) {
  const { t } = useTranslation('explore')
  if (!(problem instanceof Problem && problem.status === 404)) {
    return (
      <PublicPage title={t('title')}>
        <ProblemAlert problem={problem} retry={retry} />
      </PublicPage>
    )
  }
  return (
    <PublicPage title={t('gone.title')} lead={t('gone.text')}>
      <LinkButton to="/shows" variant="default">
        {t('gone.back')}
      </LinkButton>
    </PublicPage>
  )
}
