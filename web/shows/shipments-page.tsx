import { EmptyState, Stack, Text } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { ShipmentRow } from './shipment-row.tsx'
import { isOver, shipmentsOf } from './shows.ts'
import { useShowId, useShown } from './use-shown.ts'

/** The parcels of what was sold in a show: to look at for the whole team, to work on for those who ship. */
export function ShowShipmentsPage() {
  const { t } = useTranslation('shows')
  const show = useShown()
  const query = useInfiniteQuery(shipmentsOf(...useShowId()))
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const parcels = query.data.pages.flatMap(({ items }) => items)
  if (parcels.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconTruckDelivery aria-hidden />}
        title={t('shipments.empty.title')}
        description={t(isOver(show) ? 'shipments.empty.after' : 'shipments.empty.before')}
      />
    )
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="var(--stagedoor-reading)">
        {t('shipments.text')}
      </Text>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('shipments.title')}>
        {parcels.map((parcel) => (
          <ShipmentRow key={parcel.id} parcel={parcel} />
        ))}
      </Stack>
      <More of={query} />
    </Stack>
  )
}
