import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'

/** Shown only to members who may schedule shows. */
export function ScheduleShowButton() {
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
