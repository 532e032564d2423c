import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { HowDrawn } from './how-drawn.tsx'
import { giveawaysOf } from './queries.ts'
import { useWatched } from './watched.ts'

/** What was given away in this show: each draw can be checked as long as it lasts. */
export function PastGiveaways() {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const { data } = useQuery(giveawaysOf(show.id))
  const past = (data ?? []).filter(({ state }) => state === 'drawn')
  if (past.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3}>{t('giveaway.past')}</Title>
      <ul className="stagedoor-rows">
        {past.map((giveaway) => (
          <Group component="li" key={giveaway.id} wrap="nowrap" gap="xs">
            <Text size="sm" flex={1} className="stagedoor-breaks">
              {t('giveaway.winner', { name: giveaway.winnerName ?? '', title: giveaway.title })}
            </Text>
            <HowDrawn giveaway={giveaway} />
          </Group>
        ))}
      </ul>
    </Stack>
  )
}
