import { EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import { AddProducts } from './add-products.tsx'
import { Lineup } from './lineup.tsx'
import { isShowOver, type LineupItem, lineupQuery, type Show } from './show-queries.ts'
import { useLineup } from './use-lineup.ts'
import { useOpenShow, useOpenShowParams } from './use-open-show.ts'

export function LineupPage() {
  const show = useOpenShow()
  const { data } = useSuspenseQuery(lineupQuery(...useOpenShowParams()))
  return <Products key={show.id} show={show} kept={data.items} />
}

function Products({ show, kept }: { show: Show; kept: LineupItem[] }) {
  const { t } = useTranslation('shows')
  const { items, change, isSaving } = useLineup(show.id, kept)
  const edits = useMay()('shows.manage') && !isShowOver(show)
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
