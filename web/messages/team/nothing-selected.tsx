import { EmptyState } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import classes from './inbox.module.css'

/** Shown beside the list until a conversation is opened. */
export function NothingSelected() {
  const { t } = useTranslation('messages')
  usePageTitle(t('title'), useAccount().name)
  return (
    <div className={classes.choose}>
      <EmptyState
        icon={<IconMessage aria-hidden />}
        title={t('choose.title')}
        description={t('choose.text')}
      />
    </div>
  )
}
