import { Group, Title } from '@mantine/core'
import { IconMessageBolt } from '@tabler/icons-react'
import { Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { LinkIconButton } from '../../ui/links.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import { FullHeightPage } from '../conversation/full-height-page.tsx'
import classes from './inbox.module.css'
import { InboxFilterBar } from './inbox-filter-bar.tsx'
import { InboxList } from './inbox-list.tsx'

/** The list of conversations with the open one beside it; on narrow screens, one of the two. */
export function InboxFrame() {
  const { t } = useTranslation('messages')
  const { id } = useAccount()
  const { conversation } = useParams({ strict: false })
  const isHidden = useIsNarrow('md') && conversation !== undefined
  return (
    <FullHeightPage>
      <div className={classes.columns}>
        <section className={classes.list} aria-label={t('title')} hidden={isHidden}>
          <Group justify="space-between" wrap="nowrap">
            <Title order={isHidden ? 2 : 1}>{t('title')}</Title>
            <LinkIconButton
              to="/dashboard/$account/messages/saved"
              params={{ account: id }}
              aria-label={t('saved.title')}
              title={t('saved.title')}
            >
              <IconMessageBolt aria-hidden />
            </LinkIconButton>
          </Group>
          <InboxFilterBar />
          <QueryBoundary>
            <InboxList />
          </QueryBoundary>
        </section>
        <Outlet />
      </div>
    </FullHeightPage>
  )
}
