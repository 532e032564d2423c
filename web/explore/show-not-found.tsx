import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'

/** Says that there is no such show, and links to other pages. */
export function ShowNotFound({ problem, retry }: { problem: Error; retry: () => void }) {
  const { t } = useTranslation('explore')
  if (!(problem instanceof ApiProblem && problem.status === 404)) {
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
