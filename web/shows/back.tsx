import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'
import type { Show } from './shows.ts'

export function BackToShows() {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  return (
    <LinkBack to="/dashboard/$account/shows" params={{ account: id }}>
      {t('back')}
    </LinkBack>
  )
}

export function BackToShow({ show: { id: show, title } }: { show: Pick<Show, 'id' | 'title'> }) {
  const { id } = useAccount()
  return (
    <LinkBack to="/dashboard/$account/shows/$show" params={{ account: id, show }}>
      {title}
    </LinkBack>
  )
}
