import { Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DrawProof } from './draw-proof.tsx'
import { useWatchContext } from './watch-context.ts'
import { publicGiveawaysQuery } from './watch-queries.ts'

/** The past giveaways of this show. Each draw can be checked while the show lasts. */
export function PastGiveaways() {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const { data } = useQuery(publicGiveawaysQuery(show.id))
  const past = (data ?? []).filter(({ status }) => status === 'drawn')
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
            <DrawProof giveaway={giveaway} />
          </Group>
        ))}
      </ul>
    </Stack>
  )
}
