import { Group, Title } from '@mantine/core'
import { IconMessageBolt } from '@tabler/icons-react'
import { Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkIcon } from '../shell/links.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { FilterBar } from './filter-bar.tsx'
import { FullPage } from './full-page.tsx'
import classes from './inbox.module.css'
import { InboxList } from './inbox-list.tsx'

/** The conversations, and beside them the one that is open; on a phone one or the other. */
export function InboxFrame() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const { conversation } = useParams({ strict: false })
  const isHidden = useNarrow('md') && conversation !== undefined
  return (
    <FullPage>
      <div className={classes.columns}>
        <section className={classes.list} aria-label={t('title')} hidden={isHidden}>
          <Group justify="space-between" wrap="nowrap">
            <Title order={isHidden ? 2 : 1}>{t('title')}</Title>
            <LinkIcon
              to="/dashboard/$account/messages/saved"
              params={{ account: id }}
              aria-label={t('saved.title')}
              title={t('saved.title')}
            >
              <IconMessageBolt aria-hidden />
            </LinkIcon>
          </Group>
          <FilterBar />
          <InboxList />
        </section>
        <Outlet />
      </div>
    </FullPage>
  )
}
