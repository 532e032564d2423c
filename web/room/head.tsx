import { Group, Text, Title } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { Mark } from '../shell/mark.tsx'
import { LiveBadge } from './live-badge.tsx'
import { MessageButton } from './message-button.tsx'
import classes from './room.module.css'
import { ShareButton } from './share-button.tsx'
import { useWatched } from './watched.ts'

/** What is on, whose it is, and how many watch. */
export function Head({ isAway }: { isAway: boolean }) {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const { username, name } = show.shop
  return (
    <Group component="header" gap="xs" wrap="nowrap" className={classes.head}>
      <Mark bare />
      <div className={classes.names}>
        <Title order={1} fz="md" lineClamp={1}>
          {show.title}
        </Title>
        <LinkAnchor
          to="/shops/$username"
          params={{ username }}
          size="sm"
          underline="always"
          display="block"
          truncate
        >
          {name}
        </LinkAnchor>
        <Text role="status" size="sm">
          {isAway && t('reconnecting')}
        </Text>
      </div>
      <LiveBadge state={show.state} />
      <Group gap={4} wrap="nowrap" className="stagedoor-whole" title={t('viewers', { count: show.viewers })}>
        <IconUsers size="1rem" aria-hidden />
        <Text size="sm" aria-label={t('viewers', { count: show.viewers })} role="img">
          {count(show.viewers)}
        </Text>
      </Group>
      <MessageButton visibleFrom="md" />
      <ShareButton visibleFrom="md" />
    </Group>
  )
}
