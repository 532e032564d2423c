import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ShowLink, SmallShowCover } from './show-link.tsx'
import type { ShowSummary } from './show-queries.ts'
import { ShowBadges } from './show-status-badge.tsx'
import { ShowTime } from './show-time.tsx'

/** The shows on narrow screens. */
export function ShowCards({ shows }: { shows: ShowSummary[] }) {
  const { t } = useTranslation('shows')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {shows.map((show) => (
        <Group component="li" key={show.id} gap="sm" wrap="nowrap" align="flex-start">
          <SmallShowCover show={show} />
          <Stack gap={4} miw={0} flex={1}>
            <ShowLink show={show} />
            <Text size="sm" component="div">
              <ShowTime show={show} />
            </Text>
            <Group gap="xs">
              <ShowBadges show={show} />
              <Text size="xs" c="dimmed">
                {t('products', { count: show.products })}
              </Text>
            </Group>
          </Stack>
        </Group>
      ))}
    </Stack>
  )
}
