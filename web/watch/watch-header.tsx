import { Group, Text, Title } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Logo } from '../ui/logo.tsx'
import { MessageShowButton } from './message-show-button.tsx'
import { ShareShowButton } from './share-show-button.tsx'
import classes from './watch.module.css'
import { useWatchContext } from './watch-context.ts'
import { WatchStatusBadge } from './watch-status-badge.tsx'

/** The show's title, its shop, and the number of viewers. */
export function WatchHeader({ isAway }: { isAway: boolean }) {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const { username, name } = show.shop
  return (
    <Group component="header" gap="xs" wrap="nowrap" className={classes.head}>
      <Logo bare />
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
      <WatchStatusBadge status={show.status} />
      <Group gap={4} wrap="nowrap" className="stagedoor-whole" title={t('viewers', { count: show.viewers })}>
        <IconUsers size="1rem" aria-hidden />
        <Text size="sm" aria-label={t('viewers', { count: show.viewers })} role="img">
          {formatNumber(show.viewers)}
        </Text>
      </Group>
      <MessageShowButton visibleFrom="md" />
      <ShareShowButton visibleFrom="md" />
    </Group>
  )
}
