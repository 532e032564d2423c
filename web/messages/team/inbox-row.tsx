import { Badge, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { LinkArea } from '../../ui/links.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import classes from './inbox.module.css'
import type { InboxFilters } from './inbox-filters.ts'
import type { InboxConversation } from './inbox-queries.ts'

/** A conversation in the list: the customer, the beginning of the last message, and the assignee. */
export function InboxRow({ row, filters }: { row: InboxConversation; filters: InboxFilters }) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const { id: conversation, buyerName, unread, last } = row
  return (
    <li>
      <LinkArea
        to="/dashboard/$account/messages/$conversation"
        params={{ account, conversation }}
        search={filters}
        className={classes.row}
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        {...(unread && { 'data-unread': true })}
      >
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Group gap={6} wrap="nowrap" miw={0}>
            {unread && <span className={classes.dot} aria-hidden />}
            <Text size="sm" truncate fw={unread ? 650 : 550}>
              {buyerName ?? t('gone')}
            </Text>
            {unread && <VisuallyHidden>{t('row.unread')}</VisuallyHidden>}
          </Group>
          <Text size="xs" c="dimmed" className="stagedoor-whole">
            <RelativeTime time={last.at} />
          </Text>
        </Group>
        <Text size="sm" lineClamp={2} className="stagedoor-breaks" {...(!unread && { c: 'dimmed' })}>
          <Beginning last={last} />
        </Text>
        <Marks row={row} />
      </LinkArea>
    </li>
  )
}

function Beginning({ last: { side, text } }: Pick<InboxConversation, 'last'>) {
  const { t } = useTranslation('messages')
  const said = text || t('row.photo')
  return (
    <>
      {!text && <IconPhoto size="0.875rem" aria-hidden />}{' '}
      {side === 'seller' ? t('row.own', { text: said }) : said}
    </>
  )
}

function Marks({ row: { assignee, closed, blocked } }: { row: InboxConversation }) {
  const { t } = useTranslation('messages')
  if (!assignee && !closed && !blocked) return null
  return (
    <Group gap={4} pt={2}>
      {assignee && (
        <Text size="xs" c="dimmed">
          {t('row.assignee', { name: assignee.name })}
        </Text>
      )}
      {closed && <Badge>{t('row.closed')}</Badge>}
      {blocked && <Badge color="red">{t('row.blocked')}</Badge>}
    </Group>
  )
}
