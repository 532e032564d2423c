import { Alert, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutLine } from '../messages/about-line.tsx'
import { buyersPage } from '../messages/about-pages.ts'
import { Composer } from '../messages/composer.tsx'
import { useDraft } from '../messages/draft.ts'
import classes from '../messages/messages.module.css'
import { buyerSide } from '../messages/side.ts'
import { Timeline } from '../messages/timeline.tsx'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Back } from './back.tsx'
import { type ConversationRow, conversationOf } from './conversations.ts'
import { WrittenAs } from './written-as.tsx'

const route = getRouteApi('/dashboard/$account/spending/messages/$conversation')

/** What the account and one shop write to each other. */
export function ConversationPage() {
  const { t } = useTranslation('correspondence')
  const { account, conversation } = route.useParams()
  const { data, error, refetch } = useQuery(conversationOf(account, conversation))
  if (data) return <Shown key={conversation} of={data} />
  return (
    <Stack gap="lg">
      <Back to="messages" />
      <PageHead title={t('list')} />
      {error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />}
    </Stack>
  )
}

function Shown({ of: { id, shop, unread, messages, read } }: { of: ConversationRow }) {
  const { t } = useTranslation('correspondence')
  const { id: account, name } = useAccount()
  const side = useMemo(() => buyerSide(account, id), [account, id])
  const drafting = useDraft(side)
  const other = shop?.name ?? t('goneShop')
  return (
    <div className={classes.page}>
      <Stack gap="xs" pb="xs">
        <Group justify="space-between" wrap="nowrap">
          <Back to="messages" />
          {shop && (
            <LinkAnchor to="/shops/$username" params={{ username: shop.username }} size="sm">
              {t('thread.shop')}
            </LinkAnchor>
          )}
        </Group>
        <PageHead title={other} />
      </Stack>
      <section className={classes.pane} aria-label={t('thread.label', { shop: other })}>
        <Timeline
          side={side}
          other={other}
          read={unread ? 0 : messages}
          otherRead={read}
          by={(entry) => (entry.side === 'seller' ? other : (entry.person?.name ?? name))}
          about={(about) => <AboutLine about={about} link={buyersPage(about, account, shop?.username)} />}
          edit={drafting.takeUp}
        />
        {shop ? (
          <Composer
            side={side}
            drafting={drafting}
            label={t('thread.field', { shop: shop.name })}
            hint={t('thread.hint', { shop: shop.name })}
            before={<WrittenAs />}
          />
        ) : (
          <Alert color="gray">{t('thread.closed')}</Alert>
        )}
      </section>
    </div>
  )
}
