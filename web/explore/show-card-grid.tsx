import { Box, Group, SimpleGrid, Text } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { readerTimeZone } from '../i18n/days.ts'
import { ShowCover } from '../shows/show-cover.tsx'
import { ShowStatusBadge } from '../shows/show-status-badge.tsx'
import { formatInZone } from '../shows/zoned-time.ts'
import { LinkArea } from '../ui/links.tsx'
import classes from './explore.module.css'
import type { ExploreShow } from './explore-queries.ts'

/** The columns of the grid on narrow and wide screens. */
export const showCardColumns = { base: 1, xs: 2, md: 3 }

export function ShowCardGrid({ shows, label }: { shows: ExploreShow[]; label: string }) {
  return (
    <SimpleGrid
      component="ul"
      cols={showCardColumns}
      spacing="lg"
      verticalSpacing="lg"
      className="stagedoor-list"
      aria-label={label}
    >
      {shows.map((show, place) => (
        <li key={show.id}>
          <ShowCard show={show} eager={place < 3} />
        </li>
      ))}
    </SimpleGrid>
  )
}

function ShowCard({ show, eager }: { show: ExploreShow; eager: boolean }) {
  const isOn = show.status === 'live'
  return (
    <LinkArea to="/shows/$show" params={{ show: show.id }} className={classes.card}>
      <Box pos="relative">
        <ShowCover cover={show.cover} size={isOn ? 'url' : 'thumb'} eager={eager} />
        {show.status !== 'scheduled' && (
          <Box className={classes.badge}>
            <ShowStatusBadge status={show.status} />
          </Box>
        )}
      </Box>
      <Text mt="xs" fw={600} lineClamp={2} className={`stagedoor-breaks ${classes.title}`}>
        {show.title}
      </Text>
      <Text size="sm" truncate>
        {show.shop.name}
      </Text>
      <Group gap="xs" c="dimmed">
        {isOn && show.viewers > 0 && <Viewers of={show.viewers} />}
        {!isOn && <Text size="sm">{formatInZone(show.startsAt, readerTimeZone())}</Text>}
        {show.category && (
          <Text size="sm" truncate>
            {show.category}
          </Text>
        )}
      </Group>
    </LinkArea>
  )
}

function Viewers({ of }: { of: number }) {
  const { t } = useTranslation('explore')
  return (
    <Group gap={4} component="span">
      <IconEye size="1rem" aria-hidden />
      <Text size="sm" component="span">
        {t('viewers', { count: of })}
      </Text>
    </Group>
  )
}
