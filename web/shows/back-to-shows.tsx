import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { BackLink } from '../ui/links.tsx'
import type { Show } from './show-queries.ts'

export function BackToShows() {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  return (
    <BackLink to="/dashboard/$account/shows" params={{ account: id }}>
      {t('back')}
    </BackLink>
  )
}

export function BackToShow({ show: { id: show, title } }: { show: Pick<Show, 'id' | 'title'> }) {
  const { id } = useAccount()
  return (
    <BackLink to="/dashboard/$account/shows/$show" params={{ account: id, show }}>
      {title}
    </BackLink>
  )
}
