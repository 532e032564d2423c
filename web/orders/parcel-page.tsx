import { DataList, SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { Address } from './address.tsx'
import { Back } from './back.tsx'
import { Contents } from './contents.tsx'
import { Merging } from './merging.tsx'
import { ParcelCard } from './parcel-card.tsx'
import { type Parcel, parcelOf } from './queries.ts'

export function ParcelPage() {
  const { t } = useTranslation('orders')
  const { account, parcel } = useParams({ from: '/dashboard/$account/orders/parcels/$parcel' })
  const { data, error, refetch } = useQuery(parcelOf(account, parcel))
  return (
    <Stack gap="lg">
      <Back to="parcels" />
      {data ? <Shown parcel={data} /> : <PageHead title={t('tabs.parcels')} />}
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

const moments = ['createdAt', 'labelledAt', 'droppedOffAt', 'inTransitAt', 'deliveredAt'] as const

function Shown({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation(['parcels', 'orders'])
  const codes = parcel.orders.map(({ code }) => code).join(', ')
  const known = moments.flatMap((moment) => {
    const time = parcel[moment]
    return time ? [{ moment, time }] : []
  })
  return (
    <>
      <PageHead
        title={codes ? t('parcel.of', { codes }) : t('parcel.empty')}
        lead={codes && (parcel.buyerName ?? t('orders:gone'))}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          {parcel.orders.length > 0 && <Contents key={parcel.orders.length} parcel={parcel} />}
          {parcel.others.length > 0 && <Merging parcel={parcel} />}
          <Section title={t('orders:address.title')}>
            <Address address={parcel.address} />
          </Section>
        </Stack>
        <Stack gap="lg">
          <Section title={t('parcel.title')}>
            <ParcelCard parcel={parcel} />
          </Section>
          <Section title={t('parcel.facts')}>
            <DataList>
              {known.map(({ moment, time }) => (
                <DataList.Item key={moment}>
                  <DataList.ItemLabel>{t(`parcel.at.${moment}`)}</DataList.ItemLabel>
                  <DataList.ItemValue>{dayAndTime(time)}</DataList.ItemValue>
                </DataList.Item>
              ))}
            </DataList>
          </Section>
        </Stack>
      </SimpleGrid>
    </>
  )
}
