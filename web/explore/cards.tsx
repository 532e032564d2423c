import { AspectRatio, Box, Group, SimpleGrid, Skeleton, Text, VisuallyHidden } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkArea } from '../shell/links.tsx'
import { Cover } from '../shows/cover.tsx'
import { StateBadge } from '../shows/state-badge.tsx'
import { inZone, ownZone } from '../shows/times.ts'
import classes from './explore.module.css'
import type { Card } from './queries.ts'

const cols = { base: 1, xs: 2, md: 3 }

export function ShowCards({ shows, label }: { shows: Card[]; label: string }) {
  return (
    <SimpleGrid
      component="ul"
      cols={cols}
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

function ShowCard({ show, eager }: { show: Card; eager: boolean }) {
  const isOn = show.state === 'live'
  return (
    <LinkArea to="/shows/$show" params={{ show: show.id }} className={classes.card}>
      <Box pos="relative">
        <Cover cover={show.cover} size={isOn ? 'url' : 'thumb'} eager={eager} />
        {show.state !== 'scheduled' && (
          <Box className={classes.badge}>
            <StateBadge state={show.state} />
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
        {!isOn && <Text size="sm">{inZone(show.startsAt, ownZone())}</Text>}
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

const places = [1, 2, 3, 4, 5, 6]

/** The shape of cards that are on their way. */
export function CardsSkeleton() {
  const { t } = useTranslation('shell')
  return (
    <SimpleGrid cols={cols} spacing="lg" aria-busy>
      <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
      {places.map((place) => (
        <AspectRatio key={place} ratio={16 / 9}>
          <Skeleton />
        </AspectRatio>
      ))}
    </SimpleGrid>
  )
}
