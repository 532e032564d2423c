import { EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { AddProducts } from './add-products.tsx'
import { Lineup } from './lineup.tsx'
import { isOver, type LineupItem, lineupOf, type Show } from './shows.ts'
import { useLineup } from './use-lineup.ts'
import { useShowId, useShown } from './use-shown.ts'

export function LineupPage() {
  const show = useShown()
  const { data, error, refetch } = useQuery(lineupOf(...useShowId()))
  if (error && !data) return <ProblemAlert problem={error} retry={refetch} />
  if (!data) return <RowsSkeleton />
  return <Products key={show.id} show={show} kept={data.items} />
}

function Products({ show, kept }: { show: Show; kept: LineupItem[] }) {
  const { t } = useTranslation('shows')
  const { items, change, isSaving } = useLineup(show.id, kept)
  const edits = useMay()('shows.manage') && !isOver(show)
  const add = edits && <AddProducts items={items} change={change} />
  if (items.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconPackage aria-hidden />}
        title={t('lineup.empty.title')}
        description={t(edits ? 'lineup.empty.text' : 'lineup.empty.none')}
      >
        {add && <EmptyState.Actions>{add}</EmptyState.Actions>}
      </EmptyState>
    )
  }
  return (
    <Stack gap="md">
      {edits && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
            {t('lineup.text')}
          </Text>
          {add}
        </Group>
      )}
      <Lineup items={items} currency={show.currency} {...(edits && { change })} />
      {edits && (
        <Text size="xs" c="dimmed" role="status">
          {t(isSaving ? 'lineup.saving' : 'lineup.saved')}
        </Text>
      )}
    </Stack>
  )
}
