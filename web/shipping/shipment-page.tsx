import { DataList, SimpleGrid, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { BackToOrders } from '../layout/back-to-orders.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { MergeShipments } from './merge-shipments.tsx'
import { ShipmentCard } from './shipment-card.tsx'
import { ShipmentContents } from './shipment-contents.tsx'
import { type Shipment, shipmentQuery } from './shipment-queries.ts'
import { ShippingAddress } from './shipping-address.tsx'

export function ShipmentPage() {
  const { account, shipment } = useParams({ from: '/dashboard/$account/orders/shipments/$shipment' })
  const { data } = useSuspenseQuery(shipmentQuery(account, shipment))
  return (
    <Stack gap="lg">
      <BackToOrders to="shipments" />
      <Shown shipment={data} />
    </Stack>
  )
}

const moments = ['createdAt', 'labelledAt', 'droppedOffAt', 'inTransitAt', 'deliveredAt'] as const

function Shown({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation(['shipping', 'orders'])
  const codes = shipment.orders.map(({ code }) => code).join(', ')
  const known = moments.flatMap((moment) => {
    const time = shipment[moment]
    return time ? [{ moment, time }] : []
  })
  return (
    <>
      <PageHeader
        title={codes ? t('shipment.of', { codes }) : t('shipment.empty')}
        lead={codes && (shipment.buyerName ?? t('orders:gone'))}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="lg">
          {shipment.orders.length > 0 && (
            <ShipmentContents key={shipment.orders.length} shipment={shipment} />
          )}
          {shipment.others.length > 0 && <MergeShipments shipment={shipment} />}
          <Section title={t('orders:address.title')}>
            <ShippingAddress address={shipment.address} />
          </Section>
        </Stack>
        <Stack gap="lg">
          <Section title={t('shipment.title')}>
            <ShipmentCard shipment={shipment} />
          </Section>
          <Section title={t('shipment.facts')}>
            <DataList>
              {known.map(({ moment, time }) => (
                <DataList.Item key={moment}>
                  <DataList.ItemLabel>{t(`shipment.at.${moment}`)}</DataList.ItemLabel>
                  <DataList.ItemValue>{formatDateTime(time)}</DataList.ItemValue>
                </DataList.Item>
              ))}
            </DataList>
          </Section>
        </Stack>
      </SimpleGrid>
    </>
  )
}
