import { EmptyState } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { useTitle } from '../shell/title.ts'
import classes from './inbox.module.css'

/** Beside the list, until one of it is chosen. */
export function Choose() {
  const { t } = useTranslation('messages')
  useTitle(t('title'), useAccount().name)
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
