import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'

/** Nothing for those who may only look. */
export function ScheduleButton() {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  if (!useMay()('shows.manage')) return null
  return (
    <LinkButton
      to="/dashboard/$account/shows/new"
      params={{ account: id }}
      leftSection={<IconPlus size="1.125rem" aria-hidden />}
    >
      {t('schedule')}
    </LinkButton>
  )
}
